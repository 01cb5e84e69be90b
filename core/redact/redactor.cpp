// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/redactor.h"

#include "core/base/sha256.h"
#include "core/redact/address_words.h"
#include "core/redact/cue_words.h"
#include "core/redact/id_words.h"
#include "core/redact/rules.h"
#include "core/redact/secret_prefixes.h"

#include <numeric>

namespace goldpan::redact {
namespace {

/// More than this only a text takes that was built to; it would make the work quadratic.
constexpr int kMostRounds = 24;

/// Records `span` unless something of a higher precedence holds a part of it; lower ones give way.
bool claim(std::vector<PiiSpan>& claims, PiiSpan span) {
    std::size_t keep = claims.size();
    while (keep > 0 && claims[keep - 1].end > span.begin) {
        if (precedence(claims[keep - 1].type) <= precedence(span.type)) {
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
    std::string description =
        describeCues() + describeIdWords() + describeSecretPrefixes() + describeAddressWords();
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
    NumberRun run;
    // Inside a claim only rules of a higher precedence are asked: a card may begin in what looked like a
    // phone.
    std::size_t claimed = 0;
    std::size_t rank = kPiiTypeCount;
    for (std::size_t pos = nextTrigger(text, 0); pos < text.size(); pos = nextTrigger(text, pos)) {
        const Trigger trigger = triggerAt(text, pos);
        const bool digit = trigger == Trigger::digit;
        if (digit) {
            readNumberRun(scan, pos, run);
        }
        const Site site{scan, trigger, pos, run};
        rank = pos < claimed ? rank : kPiiTypeCount;
        for (const Rule& rule : allRules().first(rank)) {
            if ((rule.triggers & static_cast<unsigned>(trigger)) == 0) {
                continue;
            }
            const auto span = rule.match(site);
            if (span && claim(claims, *span)) {
                claimed = span->end;
                rank = precedence(span->type);
                break;
            }
        }
        pos = digit ? endOfDigits(text, pos) : pos + 1;
        if (rank == 0 && pos < claimed) {
            pos = claimed;
        }
    }
    return claims;
}

std::optional<std::string> Redactor::redact(std::string_view text, RedactionCounts& counts) const {
    std::optional<std::string> out;
    RedactionCounts found;
    // A token can free what stood beside it (an address that touched a number), nearly always nothing or
    // once.
    int rounds = 0;
    for (auto spans = find(text); !spans.empty(); spans = find(*out)) {
        if (++rounds > kMostRounds) {
            ++counts.byType[static_cast<std::size_t>(PiiType::secret)];
            return std::string(piiToken(PiiType::secret));
        }
        const std::string_view source = out ? std::string_view(*out) : text;
        std::string next;
        next.reserve(source.size());
        std::size_t copied = 0;
        for (const PiiSpan& span : spans) {
            next += source.substr(copied, span.begin - copied);
            next += piiToken(span.type);
            copied = span.end;
            ++found.byType[static_cast<std::size_t>(span.type)];
        }
        next += source.substr(copied);
        out = std::move(next);
    }
    counts.add(found);
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
