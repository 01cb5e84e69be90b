// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_plan.h"

#include "core/exporting/gold_file.h"
#include "core/exporting/row_texts.h"

namespace goldpan::exporting {
namespace {

std::set<RowCheck> excludedBy(const ExportSpec& spec, const Policy& policy) {
    std::set<RowCheck> out(policy.exportExclude.begin(), policy.exportExclude.end());
    for (const auto& name : spec.exclude) {
        if (const auto check = rowCheckFromName(name)) {
            out.insert(*check);
        }
    }
    // The policy may name what this export has no gold set or budget for.
    if (spec.goldFile.empty()) {
        out.erase(RowCheck::contaminated);
    }
    if (spec.maxTokens == 0) {
        out.erase(RowCheck::tooLong);
    }
    return out;
}

} // namespace

Result<BatchPlan> BatchPlan::make(store::Store& store, const ExportSpec& spec, const Policy& policy,
                                  const redact::Redactor& redactor, Thoroughness thoroughness,
                                  const ProgressFn& progress, std::stop_token stop) {
    BatchPlan plan;
    if (traitsOf(spec.format).need == RowNeed::nothing) {
        return plan;
    }
    auto excluding = excludedBy(spec, policy);
    if (thoroughness == Thoroughness::everyCheck || !excluding.empty()) {
        if (auto done = plan.check(store, spec, std::move(excluding), redactor, progress, stop); !done) {
            return std::unexpected(done.error());
        }
    }
    if (spec.splitShare != 0 && thoroughness == Thoroughness::everyCheck) {
        if (auto done = plan.split(store, spec, redactor, stop); !done) {
            return std::unexpected(done.error());
        }
    }
    return plan;
}

Result<void> BatchPlan::check(store::Store& store, const ExportSpec& spec, std::set<RowCheck> excluding,
                              const redact::Redactor& redactor, const ProgressFn& progress,
                              std::stop_token stop) {
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
    m_checks = std::make_unique<BatchChecks>(std::move(settings), redactor);
    RowPicker picker(spec, redactor, m_checks.get());
    const auto none = [](const store::EntryRecord&, const std::vector<std::string>&) {
        return Result<void>{};
    };
    if (auto done = scanLines(store, spec, picker, none, progress, stop); !done) {
        return done;
    }
    m_checks->finish();
    return {};
}

Result<void> BatchPlan::split(store::Store& store, const ExportSpec& spec, const redact::Redactor& redactor,
                              std::stop_token stop) {
    m_split.emplace(spec.splitShare, spec.seed);
    redact::JsonRedactor json(redactor);
    redact::RedactionCounts ignored;
    const auto take = [&](const store::EntryRecord& record) -> Result<void> {
        // What cannot be read is invalid and in no batch.
        if (const auto turns = redactedConversation(record.entry, redactor, json, ignored)) {
            const auto corrected =
                record.correction ? std::optional(record.correction->createdAt) : std::nullopt;
            m_split->add(record.id, corrected, record.entry.ts, record.entry.requestId, questionText(*turns));
        }
        return {};
    };
    if (auto done = scanAll(store, spec.format, take, stop); !done) {
        return done;
    }
    return m_split->finish(stop);
}

void BatchPlan::tell(ExportReport& report) const {
    report.goldSha256 = m_goldSha256;
    if (m_checks) {
        report.findings = m_checks->findings();
        report.keptInVain = m_checks->keptInVain();
        report.goldInFrames = m_checks->goldInFrames();
    }
}

} // namespace goldpan::exporting
