// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/scalar_fields.h"

#include "core/base/json_tree.h"

#include <charconv>
#include <cmath>

namespace goldpan::ingest {
namespace {

constexpr double kMaxExactInteger = 9007199254740992.0; // 2^53: from there a double may have lost digits

template <typename T>
std::optional<T> numberOf(std::string_view text) {
    T value{};
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(value) : std::nullopt;
}

/// An integer, or a float without a fraction, as pydantic reads an int.
std::optional<std::int64_t> integerOf(std::string_view text) {
    if (const auto exact = numberOf<std::int64_t>(text)) {
        return exact;
    }
    const auto value = numberOf<double>(text);
    if (!value || std::abs(*value) >= kMaxExactInteger || std::trunc(*value) != *value) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

Fault readText(const LineFields& fields, Key key, std::string& out) {
    const auto* value = fields.find(key);
    if (value == nullptr) {
        return missingField(key);
    }
    if (value->kind != JsonKind::string) {
        return wrongType(key);
    }
    out = value->text;
    return {};
}

Fault readRequestId(const LineFields& fields, std::string& out) {
    Fault fault = readText(fields, Key::requestId, out);
    if (!fault && out.empty()) {
        fault = DecodeFailure{LineFault::wrongType, "request_id is empty", true};
    }
    return fault;
}

/// Only a row that a profile made of a format without times has none; it says so in `meta.source`.
bool isFromProfile(const LineFields& fields) {
    const auto* meta = fields.findValue(Key::meta);
    const auto tree = meta == nullptr ? std::nullopt : parseJsonTree(meta->text);
    const auto* source = tree ? tree->find("source") : nullptr;
    const auto* profile = source == nullptr ? nullptr : source->find("profile");
    return profile != nullptr && profile->isString();
}

Fault readTime(const LineFields& fields, std::optional<Timestamp>& out) {
    const auto* value = fields.findValue(Key::ts);
    if (value == nullptr) {
        const bool isGiven = fields.find(Key::ts) != nullptr;
        return isGiven && isFromProfile(fields) ? Fault() : missingField(Key::ts);
    }
    if (value->kind == JsonKind::string) {
        out = parseTimestamp(value->text);
    }
    if (!out) {
        return DecodeFailure{LineFault::badTimestamp, "ts is no ISO 8601 time", true};
    }
    return {};
}

Fault readLatency(const LineFields& fields, std::optional<std::int64_t>& out) {
    const auto* value = fields.findValue(Key::latencyMs);
    if (value == nullptr) {
        return {};
    }
    out = value->kind == JsonKind::number ? integerOf(value->text) : std::nullopt;
    return out ? Fault() : wrongType(Key::latencyMs);
}

Fault readLogprob(const LineFields& fields, std::optional<double>& out) {
    const auto* value = fields.findValue(Key::responseLogprob);
    if (value == nullptr) {
        return {};
    }
    out = value->kind == JsonKind::number ? numberOf<double>(value->text) : std::nullopt;
    return out && std::isfinite(*out) ? Fault() : wrongType(Key::responseLogprob);
}

/// A raw `user_id` stands in for an absent hash and is stored nowhere.
Fault readUser(const LineFields& fields, const redact::UserKey& users, std::optional<std::string>& out,
               redact::RedactionCounts& counts) {
    const auto hashed = [&](std::string_view id, auto hashOf) -> std::optional<std::string> {
        if (id.empty()) {
            return std::nullopt; // a hash of nothing would make one user of all who are unknown
        }
        auto hash = (users.*hashOf)(id);
        counts.usersHashed += hash == id ? 0 : 1;
        return hash;
    };
    if (const auto* value = fields.findValue(Key::userIdHash)) {
        if (value->kind != JsonKind::string) {
            return wrongType(Key::userIdHash);
        }
        out = hashed(value->text, &redact::UserKey::hash);
    }
    if (const auto* value = fields.findValue(Key::userId)) {
        const bool isId = value->kind == JsonKind::string || value->kind == JsonKind::number;
        if (isId && !out) {
            out = hashed(value->text, &redact::UserKey::hashRaw);
        } else {
            ++counts.valuesDropped;
        }
    }
    return {};
}

} // namespace

Fault readScalars(const LineFields& fields, const redact::UserKey& users, LogEntry& entry,
                  redact::RedactionCounts& counts) {
    Fault fault = readRequestId(fields, entry.requestId);
    if (!fault) {
        fault = readTime(fields, entry.ts);
    }
    if (!fault) {
        fault = readText(fields, Key::modelVersion, entry.modelVersion);
    }
    if (!fault) {
        fault = readText(fields, Key::prompt, entry.prompt);
    }
    if (!fault) {
        fault = readText(fields, Key::response, entry.response);
    }
    if (!fault) {
        fault = readLatency(fields, entry.latencyMs);
    }
    if (!fault) {
        fault = readLogprob(fields, entry.responseLogprob);
    }
    return fault ? fault : readUser(fields, users, entry.userIdHash, counts);
}

} // namespace goldpan::ingest
