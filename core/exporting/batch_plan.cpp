// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_plan.h"

#include "core/exporting/gold_file.h"
#include "core/exporting/settled_spec.h"

#include <future>
#include <utility>

namespace goldpan::exporting {
namespace {

std::set<RowCheck> excludedBy(const ExportSpec& spec, const Policy& policy) {
    std::set<RowCheck> out(policy.exportExclude.begin(), policy.exportExclude.end());
    for (const auto& name : spec.exclude) {
        if (const auto check = rowCheckFromName(name)) {
            out.insert(*check);
        }
    }
    for (const auto& [name, why] : notChecked(spec, policy)) {
        out.erase(*rowCheckFromName(name));
    }
    return out;
}

} // namespace

Result<BatchPlan> BatchPlan::make(store::Store& store, const ExportSpec& spec, const Policy& policy,
                                  const redact::Redactor& redactor, Thoroughness thoroughness,
                                  const ProgressFn& progress, std::stop_token stop, RowSpool* spool) {
    BatchPlan plan;
    if (traitsOf(spec.format).need == RowNeed::nothing) {
        return plan;
    }
    const bool splits = spec.splitShare != 0 && thoroughness == Thoroughness::everyCheck;
    auto questions = std::make_shared<AskedQuestions>();
    // A split looks at every row that could be exported. Without a filter the checks read these all the same.
    const bool atOnce = splits && spec.filterText.empty();
    if (atOnce) {
        plan.m_split.emplace(spec.splitShare, spec.seed, questions);
    }
    auto excluding = excludedBy(spec, policy);
    if (thoroughness == Thoroughness::everyCheck || !excluding.empty()) {
        auto done = plan.check(store, spec, std::move(excluding), std::move(questions), redactor, progress,
                               stop, spool);
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    if (splits && !atOnce) {
        plan.m_split.emplace(spec.splitShare, spec.seed);
        auto done = scanQuestions(store, spec, redactor, *plan.m_split, stop);
        if (done) {
            done = plan.m_split->finish(stop);
        }
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    return plan;
}

Result<void> BatchPlan::check(store::Store& store, const ExportSpec& spec, std::set<RowCheck> excluding,
                              std::shared_ptr<AskedQuestions> questions, const redact::Redactor& redactor,
                              const ProgressFn& progress, std::stop_token stop, RowSpool* spool) {
    CheckSettings settings{.excluding = std::move(excluding), .maxTokens = spec.maxTokens, .keep = spec.keep};
    if (traitsOf(spec.format).need == RowNeed::judgement) {
        settings.lesson = Lesson::answer;
    }
    if (!spec.goldFile.empty()) {
        auto gold = readGoldFile(spec.goldFile, redactor);
        if (!gold) {
            return std::unexpected(gold.error());
        }
        m_goldSha256 = std::move(gold->sha256);
        m_gold = std::make_unique<checks::GoldIndex>(std::move(gold->items));
        settings.gold = m_gold.get();
    }
    m_checks = std::make_unique<BatchChecks>(std::move(settings), std::move(questions));
    BatchSplit* const split = m_split ? &*m_split : nullptr;
    RowPicker picker(spec, redactor, m_checks.get(), split);
    const auto none = [](const MadeRow&, const std::vector<std::string>&) { return Result<void>{}; };
    if (auto done = scanLines(store, spec, picker, none, progress, stop, spool); !done) {
        return done;
    }
    // Both only read the questions now.
    auto sides = std::async(std::launch::async, [&] { return split ? split->finish(stop) : Result<void>{}; });
    m_checks->finish();
    return sides.get();
}

void BatchPlan::tell(ExportReport& report, const redact::Redactor& redactor) const {
    report.goldSha256 = m_goldSha256;
    if (m_checks) {
        report.findings = m_checks->findings();
        for (const auto& id : m_checks->keptInVain()) { // perhaps of no row, and then anything
            report.keptInVain.push_back(redactor.redacted(id));
        }
        report.goldInFrames = m_checks->goldInFrames();
    }
}

} // namespace goldpan::exporting
