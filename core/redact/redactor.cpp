// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/redactor.h"

#include "core/base/sha256.h"
#include "core/redact/cue_words.h"
#include "core/redact/rules.h"

#include <numeric>

namespace goldpan::redact {
namespace {

/// Records `span` unless something of a higher precedence holds a part of it; lower ones give way.
bool claim(std::vector<PiiSpan>& claims, PiiSpan span) {
    std::size_t keep = claims.size();
    while (keep > 0 && claims[keep - 1].end > span.begin) {
        if (claims[keep - 1].type <= span.type) {
            return false;
        }
        --keep;
    }
    claims.resize(keep);
    claims.push_back(span);
    return true;
}

std::size_t endOfDigits(std::string_view text, std::size_t pos) {
    while (pos < text.size() && isDigit(text[pos])) {
        ++pos;
    }
    return pos;
}

} // namespace

std::string_view piiTypeName(PiiType type) {
    const auto token = piiToken(type);
    return token.substr(1, token.size() - 2);
}

std::string_view piiToken(PiiType type) {
    switch (type) {
    case PiiType::email:
        return "[EMAIL]";
    case PiiType::ssn:
        return "[SSN]";
    case PiiType::phone:
        return "[PHONE]";
    }
    return "";
}

void RedactionCounts::add(const RedactionCounts& other) {
    for (std::size_t i = 0; i < byType.size(); ++i) {
        byType[i] += other.byType[i];
    }
    usersHashed += other.usersHashed;
    valuesDropped += other.valuesDropped;
}

std::int64_t RedactionCounts::total() const {
    return std::accumulate(byType.begin(), byType.end(), usersHashed + valuesDropped);
}

struct Redactor::Rules {
    std::string hash;
};

Redactor::Redactor() {
    std::string description = describeCues();
    for (const Rule& rule : allRules()) {
        description += piiToken(rule.type);
        description += ' ';
        description += rule.name;
        description += ' ' + std::to_string(rule.version) + '\n';
    }
    m_rules = std::make_unique<const Rules>(sha256Hex(description));
}

Redactor::~Redactor() = default;

std::string Redactor::rulesHash() const {
    return m_rules->hash;
}

std::vector<PiiSpan> Redactor::find(std::string_view text) const {
    std::vector<PiiSpan> claims;
    const ScanText scan(text, claims);
    for (std::size_t pos = 0; pos < text.size();) {
        const Trigger trigger = kTriggers[static_cast<unsigned char>(text[pos])];
        if (trigger == Trigger::none) {
            ++pos;
            continue;
        }
        const NumberRun run = trigger == Trigger::digit ? readNumberRun(scan, pos) : NumberRun{};
        std::size_t next = trigger == Trigger::digit ? endOfDigits(text, pos) : pos + 1;
        for (const Rule& rule : allRules()) {
            if (rule.trigger != trigger) {
                continue;
            }
            const auto span = rule.match(scan, run, pos);
            if (span && claim(claims, *span)) {
                next = span->end;
                break;
            }
        }
        pos = next;
    }
    return claims;
}

std::optional<std::string> Redactor::redact(std::string_view text, RedactionCounts& counts) const {
    std::optional<std::string> out;
    // A token can free what stood beside it (an address that touched a number); each round takes digits or
    // an '@' away, so this ends, and nearly always after the second look.
    for (auto spans = find(text); !spans.empty(); spans = find(*out)) {
        const std::string_view source = out ? std::string_view(*out) : text;
        std::string next;
        next.reserve(source.size());
        std::size_t copied = 0;
        for (const PiiSpan& span : spans) {
            next += source.substr(copied, span.begin - copied);
            next += piiToken(span.type);
            copied = span.end;
            ++counts.byType[static_cast<std::size_t>(span.type)];
        }
        next += source.substr(copied);
        out = std::move(next);
    }
    return out;
}

bool Redactor::redactInPlace(std::string& text, RedactionCounts& counts) const {
    auto redacted = redact(text, counts);
    if (!redacted) {
        return false;
    }
    text = *std::move(redacted);
    return true;
}

std::string Redactor::redacted(std::string_view text) const {
    RedactionCounts ignored;
    return redact(text, ignored).value_or(std::string(text));
}

} // namespace goldpan::redact
