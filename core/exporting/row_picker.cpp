// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_picker.h"

#include <optional>
#include <ranges>
#include <utility>

namespace goldpan::exporting {
namespace {

std::string nameOf(RowCheck check) {
    return std::string(rowCheckName(check));
}

} // namespace

void tellSplit(BatchSplit& split, const MadeRow& made) {
    if (!made.question) {
        return;
    }
    const store::EntryRecord& row = made.record;
    const auto corrected = row.correction ? std::optional(row.correction->createdAt) : std::nullopt;
    split.add(row.id, corrected, row.entry.ts, row.entry.requestId, *made.question);
}

RowPicker::RowPicker(const ExportSpec& spec, const redact::Redactor& redactor, BatchChecks* checks,
                     BatchSplit* split)
    : m_spec(spec)
    , m_redactor(redactor)
    , m_checks(checks)
    , m_split(split) {
    const FormatTraits& format = traitsOf(spec.format);
    // Behind the built-in names: an own token that never came is told as 0, as they are.
    for (const auto name : redactor.tokenNames() | std::views::drop(redact::kPiiTypeCount + 1)) {
        m_redacted.addCustom(name, 0);
    }
    if (format.need == RowNeed::nothing) {
        return;
    }
    // A reason that never applied is told as 0.
    m_report.excluded = {{"no_tag", 0}, {"invalid", 0}, {"pii", 0}};
    m_report.excluded[format.need == RowNeed::judgement ? "no_label" : "no_correction"] = 0;
    for (const RowCheck check : kRowChecks) {
        if (m_checks != nullptr && m_checks->isAsked(check)) {
            (m_checks->excludes(check) ? m_report.excluded : m_report.warned)[nameOf(check)] = 0;
        }
    }
    if (format.need == RowNeed::preference) { // nothing to prefer
        m_report.excluded[nameOf(RowCheck::identical)] = 0;
        m_report.warned.erase(nameOf(RowCheck::identical));
    }
}

std::shared_ptr<RowMaker> RowPicker::maker() const {
    const RowMaker::Wanted wanted{.facts = isCollecting() ? &m_checks->settings() : nullptr,
                                  .question = m_split != nullptr};
    return std::make_shared<RowMaker>(m_spec, m_redactor, wanted);
}

Result<std::vector<std::string>> RowPicker::take(MadeRow& made) {
    if (made.error) {
        return std::unexpected(*made.error);
    }
    ++m_report.seen;
    const store::EntryRecord& record = made.record;
    if (m_split != nullptr) {
        tellSplit(*m_split, made);
    }
    if (!made.leftOut.empty()) {
        ++m_report.excluded[made.leftOut];
        if (made.isNamed) {
            m_report.excludedIds[made.leftOut].push_back(record.entry.requestId);
        }
        if (!made.invalidWhy.empty()) {
            m_report.invalidWhy[record.entry.requestId] = std::move(made.invalidWhy);
        }
        return std::vector<std::string>{};
    }
    if (made.lines.empty() || !passesChecks(made)) {
        return std::vector<std::string>{};
    }
    m_redacted.add(made.counts);
    m_report.rows += static_cast<std::int64_t>(made.lines.size());
    return std::move(made.lines);
}

void RowPicker::passOver(std::int64_t looked, std::int64_t chosen) {
    m_report.seen += looked;
    m_report.excluded["no_correction"] += chosen;
}

bool RowPicker::passesChecks(MadeRow& made) {
    if (m_checks == nullptr) {
        return true;
    }
    if (isCollecting()) {
        m_checks->add(made.record, std::move(*made.facts), *made.question);
        return false;
    }
    const auto verdict = m_checks->verdict(made.record.id);
    if (verdict.excluded) {
        const auto reason = nameOf(*verdict.excluded);
        ++m_report.excluded[reason];
        m_report.excludedIds[reason].push_back(made.record.entry.requestId);
        return false;
    }
    for (const RowCheck check : verdict.warned) {
        ++m_report.warned[nameOf(check)];
    }
    return true;
}

} // namespace goldpan::exporting
