// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/entry_decoder.h"

#include "core/base/json_scanner.h"
#include "core/base/json_surrogates.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/domain/message.h"
#include "core/ingest/line_fields.h"
#include "core/ingest/meta_composer.h"
#include "core/ingest/scalar_fields.h"
#include "core/redact/json_redactor.h"
#include "core/sampling/sample_weight.h"

#include <algorithm>

namespace goldpan::ingest {

struct EntryDecoder::State {
    State(const redact::Redactor& rules, const redact::UserKey& key)
        : redactor(rules)
        , users(key)
        , json(rules, key) {}

    const redact::Redactor& redactor;
    redact::UserKey users;
    redact::JsonRedactor json;
    JsonScanner line;
    JsonScanner inner;
    LineFields fields;
    std::string repaired;

    bool repair(std::string_view text);
    bool isJson(std::string_view text);
    Fault readTags(std::vector<std::string>& tags);
    Fault readJson(Key key, std::string& out, redact::RedactionCounts& counts);
    Fault readMeta(std::string& out, redact::RedactionCounts& counts);
    Fault readOptional(LogEntry& entry, redact::RedactionCounts& counts);
    Fault readEntry(LogEntry& entry, redact::RedactionCounts& counts);
    void redactTexts(LogEntry& entry, redact::RedactionCounts& counts) const;
    bool isPlainPrompt(const LogEntry& entry);
    DecodeFailure judge(std::string_view text, JsonScanner::Outcome outcome);
};

bool EntryDecoder::State::repair(std::string_view text) {
    if (!text.contains("\\u")) {
        return false; // the usual line is not copied for this
    }
    repaired = text;
    return replaceLoneSurrogates(repaired);
}

bool EntryDecoder::State::isJson(std::string_view text) {
    redact::RedactionCounts ignored;
    return json.redact(text, redact::KeyRule::keepAll, ignored).has_value();
}

Fault EntryDecoder::State::readTags(std::vector<std::string>& tags) {
    const auto* value = fields.find(Key::tags);
    if (value == nullptr) {
        return {};
    }
    if (value->kind != JsonKind::array || inner.scanArray(value->text) != JsonScanner::Outcome::good) {
        return wrongType(Key::tags);
    }
    for (const auto& tag : inner.elements()) {
        if (tag.kind != JsonKind::string) {
            return wrongType(Key::tags);
        }
        tags.emplace_back(tag.text);
    }
    return {};
}

Fault EntryDecoder::State::readJson(Key key, std::string& out, redact::RedactionCounts& counts) {
    const auto* value = fields.findValue(key);
    if (value == nullptr) {
        return {};
    }
    if (value->kind != optionalKind(key)) {
        return wrongType(key);
    }
    // Feedback comes from whoever gave it, with their ids and addresses; elsewhere a key may be a tool's own.
    const auto rule = key == Key::feedback ? redact::KeyRule::protectPeople : redact::KeyRule::keepAll;
    auto text = json.redact(value->text, rule, counts);
    if (!text) {
        return notJson();
    }
    if (*text != "[]" && *text != "{}") {
        out = std::move(*text);
    }
    return {};
}

Fault EntryDecoder::State::readMeta(std::string& out, redact::RedactionCounts& counts) {
    const auto* value = fields.findValue(Key::meta);
    if (value != nullptr && value->kind != JsonKind::object) {
        return wrongType(Key::meta);
    }
    if (value == nullptr && fields.unknown().empty()) {
        return {};
    }
    if (inner.scanObject(value != nullptr ? value->text : "{}") != JsonScanner::Outcome::good) {
        return notJson();
    }
    auto text =
        json.redact(composeMeta(inner.members(), fields.unknown()), redact::KeyRule::protectPeople, counts);
    if (!text) {
        return notJson();
    }
    dropEmptyExtra(*text);
    if (*text != "{}") {
        out = std::move(*text);
    }
    return {};
}

Fault EntryDecoder::State::readOptional(LogEntry& entry, redact::RedactionCounts& counts) {
    Fault fault = readMeta(entry.meta, counts);
    for (const auto& [key, text] :
         {std::pair(Key::messages, &entry.messages), std::pair(Key::output, &entry.output),
          std::pair(Key::tools, &entry.tools), std::pair(Key::feedback, &entry.feedback)}) {
        const Fault found = readJson(key, *text, counts);
        if (!fault || (found && found->fault == LineFault::notJson)) {
            fault = found;
        }
    }
    return fault;
}

Fault EntryDecoder::State::readEntry(LogEntry& entry, redact::RedactionCounts& counts) {
    // First of all, because only it finds damage deep inside a line: such a line is no JSON, whatever else.
    const Fault optional = readOptional(entry, counts);
    if (optional && optional->fault == LineFault::notJson) {
        return optional;
    }
    Fault fault = readScalars(fields, users, entry, counts);
    if (!fault) {
        fault = readTags(entry.tags);
    }
    return fault ? fault : optional;
}

void EntryDecoder::State::redactTexts(LogEntry& entry, redact::RedactionCounts& counts) const {
    redactor.redactInPlace(entry.prompt, counts);
    redactor.redactInPlace(entry.response, counts);
    for (auto& tag : entry.tags) {
        redactor.redactInPlace(tag, counts);
    }
    normalizeTags(entry.tags);
}

/// Of the redacted texts, so that the answer is the same when the row comes back from an export.
bool EntryDecoder::State::isPlainPrompt(const LogEntry& entry) {
    using enum JsonScanner::Outcome;
    if (entry.messages.empty() || inner.scanArray(entry.messages) != good || inner.elements().size() != 1 ||
        inner.elements().front().kind != JsonKind::object) {
        return false;
    }
    const std::string message(inner.elements().front().text);
    if (inner.scanObject(message) != good || inner.members().size() != 2) {
        return false;
    }
    const auto holds = [this](std::string_view key, std::string_view text) {
        return std::ranges::any_of(inner.members(), [&](const JsonMember& member) {
            return member.key == key && member.value.kind == JsonKind::string && member.value.text == text;
        });
    };
    return holds("role", "user") && holds("content", entry.prompt);
}

/// Why a line is no object at all.
DecodeFailure EntryDecoder::State::judge(std::string_view text, JsonScanner::Outcome outcome) {
    if (!isValidUtf8(text)) {
        return {LineFault::badUtf8, "not valid UTF-8", false};
    }
    if (outcome == JsonScanner::Outcome::otherType && isJson(text)) {
        return {LineFault::wrongType, "not a JSON object", false};
    }
    return notJson();
}

EntryDecoder::EntryDecoder(const redact::Redactor& redactor, const redact::UserKey& users)
    : m_state(std::make_unique<State>(redactor, users)) {}

EntryDecoder::~EntryDecoder() = default;

std::expected<DecodedLine, DecodeFailure> EntryDecoder::decode(std::string_view line,
                                                               redact::RedactionCounts& counts) {
    if (line.size() > kMaxLineBytes) {
        return std::unexpected(lineTooLong());
    }
    DecodedLine decoded;
    decoded.repaired = m_state->repair(line);
    const std::string_view text = decoded.repaired ? std::string_view(m_state->repaired) : line;
    if (const auto outcome = m_state->line.scanObject(text); outcome != JsonScanner::Outcome::good) {
        return std::unexpected(m_state->judge(text, outcome));
    }
    const auto isJson = [this](std::string_view part) { return m_state->isJson(part); };
    if (!m_state->fields.gather(m_state->line.members(), isJson)) {
        return std::unexpected(notJson());
    }
    auto& entry = decoded.row.entry;
    redact::RedactionCounts found;
    if (auto fault = m_state->readEntry(entry, found)) {
        return std::unexpected(std::move(*fault));
    }
    m_state->redactTexts(entry, found);
    if (m_state->isPlainPrompt(entry)) {
        entry.messages.clear();
    }
    decoded.row.contextDiffers = contextDiffers(entry);
    decoded.row.keyHash = stableHash64(entry.requestId);
    decoded.row.hashesUser = found.usersHashed > 0;
    decoded.row.loggedWeight = sampling::weightOf(entry.meta);
    counts.add(found);
    return decoded;
}

DecodeFailure lineTooLong() {
    return {LineFault::tooLong, "the line is over 256 MiB", false};
}

std::string quarantineReason(const DecodeFailure& failure) {
    return std::string(lineFaultName(failure.fault)) + ": " + failure.detail;
}

std::string_view lineFaultName(LineFault fault) {
    switch (fault) {
    case LineFault::notJson:
        return "not_json";
    case LineFault::wrongType:
        return "wrong_type";
    case LineFault::missingField:
        return "missing_field";
    case LineFault::badTimestamp:
        return "bad_ts";
    case LineFault::badUtf8:
        return "bad_utf8";
    case LineFault::tooLong:
        return "too_long";
    }
    return "not_json";
}

} // namespace goldpan::ingest
