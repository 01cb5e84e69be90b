// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_picker.h"

#include "core/checks/correction_checks.h"
#include "core/domain/log_row.h"
#include "core/domain/tag.h"
#include "core/exporting/row_texts.h"
#include "core/redact/user_hash.h"
#include "core/sampling/sample_weight.h"

#include <algorithm>
#include <ranges>

namespace goldpan::exporting {
namespace {

std::string nameOf(RowCheck check) {
    return std::string(rowCheckName(check));
}

Message assistant(std::string text) {
    return Message{.role = "assistant", .text = std::move(text)};
}

std::unexpected<std::string> refused(std::string why) {
    return std::unexpected(std::move(why));
}

} // namespace

RowPicker::RowPicker(const ExportSpec& spec, const redact::Redactor& redactor, BatchChecks* checks)
    : m_spec(spec)
    , m_format(traitsOf(spec.format))
    , m_takesTools(spec.toolRows || !m_format.toolRowsByFlag)
    , m_redactor(redactor)
    , m_json(redactor)
    , m_checks(checks) {
    // Behind the built-in names: an own token that never came is told as 0, as they are.
    for (const auto name : redactor.tokenNames() | std::views::drop(redact::kPiiTypeCount + 1)) {
        m_redacted.addCustom(name, 0);
    }
    if (m_format.need == RowNeed::nothing) {
        return;
    }
    // A reason that never applied is told as 0.
    m_report.excluded = {{"no_tag", 0}, {"invalid", 0}, {"pii", 0}};
    m_report.excluded[m_format.need == RowNeed::judgement ? "no_label" : "no_correction"] = 0;
    for (const RowCheck check : kRowChecks) {
        if (m_checks != nullptr && m_checks->isAsked(check)) {
            (m_checks->excludes(check) ? m_report.excluded : m_report.warned)[nameOf(check)] = 0;
        }
    }
    if (m_format.need == RowNeed::preference) { // nothing to prefer
        m_report.excluded[nameOf(RowCheck::identical)] = 0;
        m_report.warned.erase(nameOf(RowCheck::identical));
    }
}

Result<std::vector<std::string>> RowPicker::lines(const store::EntryRecord& record) {
    ++m_report.seen;
    std::vector<std::string> out;
    if (m_format.need != RowNeed::nothing) {
        out = trainingLines(record);
    } else if (m_spec.tags.empty() || isChosen(record.entry)) {
        auto text = logLine(record);
        if (!text) {
            return std::unexpected(text.error());
        }
        out.push_back(std::move(*text));
    }
    m_report.rows += static_cast<std::int64_t>(out.size());
    return out;
}

void RowPicker::passOver(std::int64_t looked, std::int64_t chosen) {
    m_report.seen += looked;
    m_report.excluded["no_correction"] += chosen;
}

bool RowPicker::isChosen(const LogEntry& entry) const {
    return m_spec.tags.empty() ? !entry.tags.empty()
                               : std::ranges::find_first_of(entry.tags, m_spec.tags) != entry.tags.end();
}

RowPicker::Lessons RowPicker::lessonsOf(const store::EntryRecord& record) {
    const bool chosen = isChosen(record.entry);
    Lessons out;
    if (m_format.need != RowNeed::judgement) {
        out.correction = chosen && record.correction;
        out.rejected = out.correction && m_format.need == RowNeed::preference;
        if (chosen != record.correction.has_value()) {
            ++m_report.excluded[chosen ? "no_correction" : "no_tag"];
        }
        return out;
    }
    const bool negative = std::ranges::find(record.entry.tags, kTagUserNegative) != record.entry.tags.end();
    out.correction = record.correction.has_value();
    out.accepted = record.state == ReviewState::accepted;
    out.rejected = negative && !out.accepted && record.state != ReviewState::discarded;
    if (!out.any()) {
        m_report.excluded["no_label"] += chosen ? 1 : 0;
    } else if (!m_spec.tags.empty() && !chosen) { // the decision chooses; tags narrow where some are named
        ++m_report.excluded["no_tag"];
        return {};
    }
    return out;
}

std::vector<std::string> RowPicker::trainingLines(const store::EntryRecord& record) {
    const auto lessons = lessonsOf(record);
    if (!lessons.any()) {
        return {};
    }
    redact::RedactionCounts counts;
    std::string correction = lessons.correction ? record.correction->text : "";
    const bool changed = m_redactor.redactInPlace(correction, counts);
    const auto rows = rowsOf(record, lessons, correction, counts);
    if (!rows) {
        leaveOutAsInvalid(rows.error(), record.entry);
        return {};
    }
    std::vector<std::string> out;
    for (const auto& row : *rows) {
        auto line = m_format.line(row);
        if (!line) {
            leaveOutAsInvalid(std::string(m_format.name) + ": " + line.error(), record.entry);
            return {};
        }
        out.push_back(std::move(*line));
    }
    if (lessons.correction && (record.correction->pii || changed) && !m_spec.redactCorrections) {
        leaveOut("pii", record.entry);
        return {};
    }
    // The same text as right and as wrong teaches nothing, whatever was named.
    const bool compares = lessons.correction && lessons.rejected;
    const Message* worse = rows->size() > 1 ? &rows->back().answer : &rows->front().rejected;
    if (compares && worse->toolCalls.empty() && checks::isIdentical(correction, worse->text)) {
        leaveOut(nameOf(RowCheck::identical), record.entry);
        return {};
    }
    const TrainingRow& taught = rows->front();
    if (!passesChecks({record, taught.conversation, taught.answer, lessons.correction, taught.label,
                       taught.tools, compares ? worse : nullptr})) {
        return {};
    }
    m_redacted.add(counts);
    return out;
}

bool RowPicker::passesChecks(const TaughtRow& row) {
    if (m_checks == nullptr) {
        return true;
    }
    if (!m_checks->isFinished()) {
        m_checks->add(row);
        return false;
    }
    const auto verdict = m_checks->verdict(row.record.id);
    if (verdict.excluded) {
        leaveOut(nameOf(*verdict.excluded), row.record.entry);
        return false;
    }
    for (const RowCheck check : verdict.warned) {
        ++m_report.warned[nameOf(check)];
    }
    return true;
}

Fit<std::vector<TrainingRow>> RowPicker::rowsOf(const store::EntryRecord& record, const Lessons& lessons,
                                                const std::string& correction,
                                                redact::RedactionCounts& counts) {
    const auto& entry = record.entry;
    TrainingRow row;
    auto turns = conversation(entry, counts);
    if (!turns) {
        return refused("messages that cannot be read");
    }
    row.conversation = std::move(*turns);
    if (m_format.masks != Masks::needless) {
        row.masked = maskedTurns(entry);
    }
    if (m_format.masks == Masks::none && !row.masked.empty()) {
        return refused("a turn that nothing is to be learned from (weight 0)");
    }
    Message logged;
    if (lessons.accepted || lessons.rejected) {
        auto read = response(entry, counts);
        if (!read) {
            return refused(read.error());
        }
        logged = std::move(*read);
    }
    // A call without words is an answer too.
    const std::string_view answer = lessons.correction ? std::string_view(correction) : "a response";
    if (auto why = checks::invalidReason(row.conversation, answer, m_takesTools)) {
        return refused(std::move(*why));
    }
    if (m_takesTools && !entry.tools.empty()) {
        auto tools = m_json.redact(entry.tools, redact::KeyRule::keepAll, counts);
        if (!tools) {
            return refused("tools that cannot be read");
        }
        row.tools = *tools == "[]" ? "" : std::move(*tools);
    }
    std::vector<TrainingRow> out;
    if (lessons.correction || lessons.accepted) {
        out.push_back(row);
        out.back().answer = lessons.correction ? assistant(correction) : logged;
        out.back().rejected = logged;
    }
    if (lessons.rejected && m_format.need == RowNeed::judgement) {
        out.push_back(std::move(row));
        out.back().answer = std::move(logged);
        out.back().label = false;
    }
    return out;
}

Fit<Message> RowPicker::response(const LogEntry& entry, redact::RedactionCounts& counts) {
    Message out = assistant(entry.response);
    m_redactor.redactInPlace(out.text, counts);
    if (!entry.output.empty()) {
        const auto clean = m_json.redact(entry.output, redact::KeyRule::keepAll, counts);
        const auto message = clean ? parseMessage(*clean) : std::unexpected(clean.error());
        if (!message || message->hasOtherParts) {
            return refused("a response that holds more than text");
        }
        out.toolCalls = message->toolCalls;
    }
    if (!out.toolCalls.empty() && !m_takesTools) {
        return refused("a response with tool calls, which only an export with tool rows takes");
    }
    if (out.text.empty() && out.toolCalls.empty()) {
        return refused("the response is empty");
    }
    return out;
}

void RowPicker::leaveOut(const std::string& reason, const LogEntry& entry) {
    ++m_report.excluded[reason];
    m_report.excludedIds[reason].push_back(entry.requestId);
}

void RowPicker::leaveOutAsInvalid(const std::string& why, const LogEntry& entry) {
    leaveOut("invalid", entry);
    m_report.invalidWhy[entry.requestId] = why;
}

Result<std::vector<Message>> RowPicker::conversation(const LogEntry& entry, redact::RedactionCounts& counts) {
    auto turns = redactedConversation(entry, m_redactor, m_json, counts);
    if (turns && !m_takesTools) { // plain turns are role and content and nothing else
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
