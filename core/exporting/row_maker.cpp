// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_maker.h"

#include "core/checks/correction_checks.h"
#include "core/checks/text_units.h"
#include "core/domain/log_row.h"
#include "core/domain/tag.h"
#include "core/exporting/row_texts.h"
#include "core/redact/user_hash.h"
#include "core/sampling/sample_weight.h"

#include <algorithm>
#include <utility>

namespace goldpan::exporting {
namespace {

Message assistant(std::string text) {
    return Message{.role = "assistant", .text = std::move(text)};
}

std::unexpected<std::string> refused(std::string why) {
    return std::unexpected(std::move(why));
}

void leaveOut(MadeRow& made, std::string_view reason) {
    made.leftOut = reason;
    made.isNamed = true;
    made.lines.clear();
}

void leaveOutAsInvalid(MadeRow& made, std::string why) {
    leaveOut(made, "invalid");
    made.invalidWhy = std::move(why);
}

} // namespace

RowMaker::RowMaker(const ExportSpec& spec, const redact::Redactor& redactor, Wanted wanted)
    : m_spec(spec)
    , m_format(traitsOf(spec.format))
    , m_takesTools(spec.toolRows || !m_format.toolRowsByFlag)
    , m_redactor(redactor)
    , m_json(redactor)
    , m_wanted(wanted) {
    if (wanted.facts != nullptr) {
        m_facts.emplace(*wanted.facts, redactor);
    }
}

MadeRow RowMaker::make(store::EntryRecord record) {
    MadeRow made{.record = std::move(record)};
    if (m_format.need != RowNeed::nothing) {
        makeLines(made);
        if (m_wanted.question && !made.question) {
            addQuestion(made);
        }
    } else if (m_spec.tags.empty() || isChosen(made.record.entry)) {
        makeLogLine(made);
    }
    if (!made.lines.empty()) {
        made.note = noteOf(made.record, m_spec, m_redactor);
    }
    return made;
}

MadeRow RowMaker::asked(store::EntryRecord record) {
    MadeRow made{.record = std::move(record)};
    addQuestion(made);
    return made;
}

bool RowMaker::isChosen(const LogEntry& entry) const {
    return m_spec.tags.empty() ? !entry.tags.empty()
                               : std::ranges::find_first_of(entry.tags, m_spec.tags) != entry.tags.end();
}

RowMaker::Lessons RowMaker::lessonsOf(MadeRow& made) const {
    const store::EntryRecord& record = made.record;
    const bool chosen = isChosen(record.entry);
    Lessons out;
    if (m_format.need != RowNeed::judgement) {
        out.correction = chosen && record.correction;
        out.rejected = out.correction && m_format.need == RowNeed::preference;
        if (chosen != record.correction.has_value()) {
            made.leftOut = chosen ? "no_correction" : "no_tag";
        }
        return out;
    }
    const bool negative = std::ranges::find(record.entry.tags, kTagUserNegative) != record.entry.tags.end();
    out.correction = record.correction.has_value();
    out.accepted = record.state == ReviewState::accepted;
    out.rejected = negative && !out.accepted && record.state != ReviewState::discarded;
    if (!out.any()) {
        made.leftOut = chosen ? "no_label" : "";
    } else if (!m_spec.tags.empty() && !chosen) { // the decision chooses; tags narrow where some are named
        made.leftOut = "no_tag";
        return {};
    }
    return out;
}

void RowMaker::makeLines(MadeRow& made) {
    const auto lessons = lessonsOf(made);
    if (!lessons.any()) {
        return;
    }
    const store::EntryRecord& record = made.record;
    std::string correction = lessons.correction ? record.correction->text : "";
    const bool changed = m_redactor.redactInPlace(correction, made.counts);
    const auto rows = rowsOf(record, lessons, correction, made.counts);
    if (!rows) {
        leaveOutAsInvalid(made, rows.error());
        return;
    }
    for (const auto& row : *rows) {
        auto line = m_format.line(row);
        if (!line) {
            leaveOutAsInvalid(made, std::string(m_format.name) + ": " + line.error());
            return;
        }
        made.lines.push_back(std::move(*line));
    }
    const bool compares = lessons.correction && lessons.rejected;
    const Message* worse = rows->size() > 1 ? &rows->back().answer : &rows->front().rejected;
    if (lessons.correction && (record.correction->pii || changed) && !m_spec.redactCorrections) {
        leaveOut(made, "pii");
    } else if (compares && worse->toolCalls.empty() && checks::isIdentical(correction, worse->text)) {
        // The same text as right and as wrong teaches nothing, whatever was named.
        leaveOut(made, rowCheckName(RowCheck::identical));
    }
    const TrainingRow& taught = rows->front();
    compare(made, {record, taught.conversation, taught.answer, lessons.correction, taught.label, taught.tools,
                   compares ? worse : nullptr});
}

void RowMaker::compare(MadeRow& made, const TaughtRow& taught) {
    const bool wantsFacts = m_facts && made.leftOut.empty();
    if (!wantsFacts && !m_wanted.question) {
        return;
    }
    const ComparedTexts texts = comparedTexts(taught.conversation);
    const auto units = checks::unitsOf(texts.question);
    made.question = askedQuestion(texts.question, units);
    if (wantsFacts) {
        made.facts = m_facts->read(taught, texts, units);
    }
}

void RowMaker::addQuestion(MadeRow& made) {
    redact::RedactionCounts ignored;
    // What cannot be read is invalid and in no batch.
    if (const auto turns = redactedConversation(made.record.entry, m_redactor, m_json, ignored)) {
        const std::string question = questionText(*turns);
        made.question = askedQuestion(question, checks::unitsOf(question));
    }
}

Fit<std::vector<TrainingRow>> RowMaker::rowsOf(const store::EntryRecord& record, const Lessons& lessons,
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

Fit<Message> RowMaker::response(const LogEntry& entry, redact::RedactionCounts& counts) {
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

Result<std::vector<Message>> RowMaker::conversation(const LogEntry& entry, redact::RedactionCounts& counts) {
    auto turns = redactedConversation(entry, m_redactor, m_json, counts);
    if (turns && !m_takesTools) { // plain turns are role and content and nothing else
        for (auto& turn : *turns) {
            turn.name.clear();
        }
    }
    return turns;
}

void RowMaker::makeLogLine(MadeRow& made) {
    LogEntry entry = made.record.entry;
    m_redactor.redactInPlace(entry.prompt, made.counts);
    m_redactor.redactInPlace(entry.response, made.counts);
    for (auto& tag : entry.tags) {
        m_redactor.redactInPlace(tag, made.counts);
    }
    if (entry.userIdHash && !redact::isUserIdHash(*entry.userIdHash)) {
        entry.userIdHash = redact::hashUserId(*entry.userIdHash);
        ++made.counts.usersHashed;
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
        auto clean = m_json.redact(*json, rule, made.counts);
        if (!clean) {
            made.error = Error{ErrorCode::corrupt,
                               "a row holds JSON that cannot be read; run goldpan-cli check on the store",
                               entry.requestId};
            return;
        }
        *json = std::move(*clean);
    }
    sampling::setWeight(entry.meta,
                        made.record.weight); // as of now: what its line said may have changed since
    made.lines.push_back(logRow(entry));
}

} // namespace goldpan::exporting
