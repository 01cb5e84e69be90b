// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_picker.h"

#include "core/checks/correction_checks.h"
#include "core/domain/log_row.h"
#include "core/exporting/record_shapes.h"
#include "core/redact/user_hash.h"
#include "core/sampling/sample_weight.h"

#include <algorithm>
#include <ranges>

namespace goldpan::exporting {

RowPicker::RowPicker(const ExportSpec& spec, const redact::Redactor& redactor)
    : m_spec(spec)
    , m_redactor(redactor)
    , m_json(redactor) {
    // Behind the built-in names: an own token that never came is told as 0, as they are.
    for (const auto name : redactor.tokenNames() | std::views::drop(redact::kPiiTypeCount + 1)) {
        m_redacted.addCustom(name, 0);
    }
    if (spec.format == Format::sft) { // a reason that never applied is told as 0
        m_report.excluded = {{"no_tag", 0}, {"no_correction", 0}, {"invalid", 0}, {"pii", 0}};
        const bool excludes = std::ranges::find(spec.exclude, "identical") != spec.exclude.end();
        (excludes ? m_report.excluded : m_report.warned)["identical"] = 0;
    }
}

Result<std::optional<std::string>> RowPicker::line(const store::EntryRecord& record) {
    ++m_report.seen;
    std::optional<std::string> out;
    if (m_spec.format == Format::sft) {
        out = sftLine(record);
    } else if (m_spec.tags.empty() || isChosen(record.entry)) {
        auto text = logLine(record);
        if (!text) {
            return std::unexpected(text.error());
        }
        out = std::move(*text);
    }
    m_report.rows += out ? 1 : 0;
    return out;
}

bool RowPicker::isChosen(const LogEntry& entry) const {
    return m_spec.tags.empty() ? !entry.tags.empty()
                               : std::ranges::find_first_of(entry.tags, m_spec.tags) != entry.tags.end();
}

std::optional<std::string> RowPicker::sftLine(const store::EntryRecord& record) {
    if (!isChosen(record.entry) || !record.correction) {
        if (record.correction) {
            ++m_report.excluded["no_tag"];
        } else if (isChosen(record.entry)) {
            ++m_report.excluded["no_correction"];
        }
        return std::nullopt;
    }
    redact::RedactionCounts counts;
    std::string correction = record.correction->text;
    const bool changed = m_redactor.redactInPlace(correction, counts);
    const auto turns = conversation(record.entry, counts);
    if (!turns || checks::invalidReason(*turns, correction, m_spec.toolRows)) {
        leaveOut("invalid", record.entry);
        return std::nullopt;
    }
    if ((record.correction->pii || changed) && !m_spec.redactCorrections) {
        leaveOut("pii", record.entry);
        return std::nullopt;
    }
    if (checks::isIdentical(correction, record.entry.response)) {
        if (!m_report.warned.contains("identical")) {
            leaveOut("identical", record.entry);
            return std::nullopt;
        }
        ++m_report.warned["identical"];
    }
    m_redacted.add(counts);
    return sftRow(*turns, correction);
}

void RowPicker::leaveOut(const std::string& reason, const LogEntry& entry) {
    ++m_report.excluded[reason];
    m_report.excludedIds[reason].push_back(entry.requestId);
}

Result<std::vector<Message>> RowPicker::conversation(const LogEntry& entry, redact::RedactionCounts& counts) {
    LogEntry asked;
    if (entry.messages.empty()) {
        asked.prompt = entry.prompt;
        m_redactor.redactInPlace(asked.prompt, counts);
    } else {
        auto messages = m_json.redact(entry.messages, redact::KeyRule::keepAll, counts);
        if (!messages) {
            return std::unexpected(messages.error());
        }
        asked.messages = std::move(*messages);
    }
    auto turns = conversationOf(asked);
    if (turns && !m_spec.toolRows) { // plain turns are role and content and nothing else
        for (auto& turn : *turns) {
            turn.name.clear();
        }
    }
    return turns;
}

Result<std::string> RowPicker::logLine(const store::EntryRecord& record) {
    LogEntry entry = record.entry;
    m_redactor.redactInPlace(entry.prompt, m_redacted);
    m_redactor.redactInPlace(entry.response, m_redacted);
    for (auto& tag : entry.tags) {
        m_redactor.redactInPlace(tag, m_redacted);
    }
    if (entry.userIdHash && !redact::isUserIdHash(*entry.userIdHash)) {
        entry.userIdHash = redact::hashUserId(*entry.userIdHash);
        ++m_redacted.usersHashed;
    }
    using redact::KeyRule;
    for (const auto& [json, rule] : {std::pair{&entry.messages, KeyRule::keepAll},
                                     {&entry.output, KeyRule::keepAll},
                                     {&entry.tools, KeyRule::keepAll},
                                     {&entry.feedback, KeyRule::protectPeople},
                                     {&entry.meta, KeyRule::protectPeople}}) {
        if (json->empty()) {
            continue;
        }
        auto clean = m_json.redact(*json, rule, m_redacted);
        if (!clean) {
            return fail(ErrorCode::corrupt,
                        "a row holds JSON that cannot be read; run goldpan-cli check on the store",
                        entry.requestId);
        }
        *json = std::move(*clean);
    }
    sampling::setWeight(entry.meta, record.weight); // as of now: what its line said may have changed since
    return logRow(entry);
}

} // namespace goldpan::exporting
