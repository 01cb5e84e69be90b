// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/redactor.h"

#include "core/redact/fail_closed.h"
#include "core/redact/own/allow_list.h"
#include "core/redact/own/custom_rules.h"
#include "core/redact/own/span_union.h"
#include "core/redact/own/stand_in.h"
#include "core/redact/rules/rules.h"
#include "core/redact/scan/json_escapes.h"
#include "core/redact/scan/wide_digits.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace goldpan::redact {
namespace {

/// Records `span` unless something of a higher precedence holds a part of it; lower ones give way.
bool claim(ScanText& scan, PiiSpan span) {
    const auto& claims = scan.claims();
    std::size_t keep = claims.size();
    while (keep > 0 && claims[keep - 1].end > span.begin) {
        if (precedence(claims[keep - 1].type) <= precedence(span.type)) {
            return false;
        }
        --keep;
    }
    scan.claim(keep, span);
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
    for (const auto& [name, count] : other.custom) {
        addCustom(name, count);
    }
    usersHashed += other.usersHashed;
    valuesDropped += other.valuesDropped;
    failed += other.failed;
}

void RedactionCounts::addCustom(std::string_view name, std::int64_t count) {
    auto place = std::ranges::lower_bound(custom, name, {}, [](const auto& each) { return each.first; });
    if (place == custom.end() || place->first != name) {
        place = custom.insert(place, {std::string(name), 0});
    }
    place->second += count;
}

std::int64_t RedactionCounts::total() const {
    const auto own = std::accumulate(custom.begin(), custom.end(), usersHashed + valuesDropped + failed,
                                     [](std::int64_t sum, const auto& each) { return sum + each.second; });
    return std::accumulate(byType.begin(), byType.end(), own);
}

struct Redactor::Rules {
    Rules(const RuleSet& rules, RedactorLimits most)
        : set(rules)
        , limits(most)
        , custom(set)
        , allowed(set)
        , hash(set.hash()) {
        for (const Rule& rule : allRules()) {
            isOff[static_cast<std::size_t>(rule.type)] =
                std::ranges::find(set.off(), rule.name) != set.off().end();
            names.push_back(piiTypeName(rule.type));
        }
        names.push_back(piiTypeName(PiiType::dropped));
        for (const CustomRule& rule : set.rules()) {
            const auto name = nameIn(rule.token);
            if (std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        }
    }

    [[nodiscard]] CustomRules::Found findOwn(std::string_view text) const {
        if (custom.empty()) {
            return {};
        }
        const CustomRules::IsAllowed isAllowed = [&](const PiiSpan& span) {
            return allowed.holds(text, span);
        };
        return custom.find(text, allowed.empty() ? CustomRules::IsAllowed() : isAllowed);
    }

    static std::string_view nameIn(std::string_view token) { return token.substr(1, token.size() - 2); }

    RuleSet set;
    RedactorLimits limits;
    CustomRules custom;
    AllowList allowed;
    std::array<bool, kPiiTypeCount> isOff{};
    std::vector<std::string_view> names;
    std::string hash;
};

Redactor::Redactor(const RuleSet& rules, RedactorLimits limits)
    : m_rules(std::make_unique<const Rules>(rules, limits)) {}

Redactor::~Redactor() = default;

const RuleSet& Redactor::rules() const {
    return m_rules->set;
}

const std::string& Redactor::rulesHash() const {
    return m_rules->hash;
}

const std::vector<std::string_view>& Redactor::tokenNames() const {
    return m_rules->names;
}

std::string_view Redactor::ruleName(const PiiSpan& span) const {
    if (span.rule != 0) {
        return m_rules->set.rules()[span.rule - 1U].name;
    }
    return span.type < PiiType::custom ? allRules()[precedence(span.type)].name : "failure";
}

std::string_view Redactor::token(const PiiSpan& span) const {
    return span.rule != 0 ? std::string_view(m_rules->set.rules()[span.rule - 1U].token)
                          : piiToken(span.type);
}

std::string_view Redactor::typeName(const PiiSpan& span) const {
    return Rules::nameIn(token(span));
}

std::vector<PiiSpan> Redactor::find(std::string_view text) const {
    try {
        return findAll(text);
    } catch (...) { // nobody may take the text for clean
        return std::vector<PiiSpan>(text.empty() ? 0 : 1, PiiSpan{0, text.size(), PiiType::dropped});
    }
}

std::vector<PiiSpan> Redactor::findAll(std::string_view text) const {
    const auto plain = unescaped(text);
    if (!plain) {
        return findAsRead(text);
    }
    const auto found = plain->atHome(findAsRead(plain->text()));
    // An own rule may be about the escape itself; of one that is not, digits of an escape are no match.
    auto asWritten = m_rules->findOwn(text).spans;
    std::erase_if(asWritten, [&](const PiiSpan& span) {
        return text.substr(span.begin, span.end - span.begin).find('\\') == std::string_view::npos;
    });
    return asWritten.empty() ? found : united(asWritten, found);
}

std::vector<PiiSpan> Redactor::findAsRead(std::string_view text) const {
    auto own = m_rules->findOwn(text);
    // Tokens of own rules that stand in the text already are a wall to the built-in rules as their own are.
    std::vector<PiiSpan> found;
    if (own.tokens.empty()) {
        found = findBuiltIn(text);
    } else {
        const StandIn written(text, own.tokens);
        found = findBuiltIn(written.text());
        std::ranges::transform(found, found.begin(), [&](const PiiSpan& span) { return written.back(span); });
    }
    if (!m_rules->allowed.empty()) {
        std::vector<PiiSpan> allowed;
        found = notAllowed(text, found, own.kept, allowed);
        std::erase_if(own.spans, [&](const PiiSpan& span) { return liesIn(allowed, span); });
    }
    return own.spans.empty() ? found : united(own.spans, found);
}

std::vector<PiiSpan> Redactor::notAllowed(std::string_view text, const std::vector<PiiSpan>& found,
                                          const std::vector<PiiSpan>& kept,
                                          std::vector<PiiSpan>& allowed) const {
    constexpr std::size_t kBytesBefore = 128; // as far as the rules look for words
    std::vector<PiiSpan> out;
    for (const PiiSpan& span : found) {
        // Only now: while the scan ran, no other rule could take a part of what is allowed.
        const bool isAllowed = m_rules->allowed.holds(text, span);
        if (isAllowed) {
            allowed.push_back(span);
        }
        if (isAllowed || liesIn(kept, span)) {
            continue;
        }
        const std::size_t bar = m_rules->allowed.behindBar(text, span);
        if (bar == span.end) {
            out.push_back(span);
            continue;
        }
        allowed.push_back({bar, span.end, span.type});
        const std::size_t from = span.begin - std::min(span.begin, kBytesBefore);
        for (PiiSpan left : findBuiltIn(text.substr(from, bar - 1 - from))) {
            left.begin += from;
            left.end += from;
            if (left.begin >= span.begin) {
                out.push_back(left);
            }
        }
    }
    return out;
}

std::vector<PiiSpan> Redactor::findBuiltIn(std::string_view text) const {
    if (const auto digits = withAsciiDigits(text)) {
        return digits->atHome(findBuiltIn(digits->text()));
    }
    ScanText scan(text);
    NumberRun run;
    // Inside a claim only rules of a higher precedence are asked: a card may begin in what looked like a
    // phone.
    std::size_t claimed = 0;
    std::size_t rank = kPiiTypeCount;
    TriggerWalk triggers(text);
    for (std::size_t pos = triggers.next(0); pos < text.size(); pos = triggers.next(pos)) {
        const bool digit = isDigit(text[pos]);
        const Trigger trigger = digit ? Trigger::digit : triggerAt(text, pos);
        if (digit) {
            readNumberRun(scan, pos, run);
        }
        const Site site{scan, trigger, pos, run};
        rank = pos < claimed ? rank : kPiiTypeCount;
        const std::size_t digits = digit && run.count != 0 ? run.digitsTo[run.count - 1] : 0;
        for (const AskedRule& rule : rulesAt(trigger, digits)) {
            if (rule.precedence >= rank) {
                break;
            }
            const auto span = rule.match(site);
            if (span && !m_rules->isOff[static_cast<std::size_t>(span->type)] && claim(scan, *span)) {
                claimed = span->end;
                rank = precedence(span->type);
                break;
            }
        }
        pos = digits != 0 ? run.groups[0].end : digit ? endOfDigits(text, pos) : pos + 1;
        if (rank == 0 && pos < claimed) {
            pos = claimed;
        }
    }
    return std::move(scan).takeClaims();
}

std::optional<std::string> Redactor::redact(std::string_view text, RedactionCounts& counts,
                                            const OnRedacted& told) const {
    return orDropped(counts, [&](RedactionCounts& found) {
        std::optional<std::string> out;
        // A token can free what stood beside it (an address that touched a number), nearly always nothing or
        // once.
        int rounds = 0;
        for (auto spans = findAll(text); !spans.empty(); spans = findAll(*out)) {
            if (++rounds > m_rules->limits.mostRounds) {
                throw std::runtime_error("too many rounds");
            }
            const std::string_view source = out ? std::string_view(*out) : text;
            std::string next;
            next.reserve(source.size());
            std::size_t copied = 0;
            for (const PiiSpan& span : spans) {
                next += source.substr(copied, span.begin - copied);
                next += token(span);
                copied = span.end;
                if (span.type == PiiType::custom) {
                    found.addCustom(typeName(span), 1);
                } else {
                    ++found.byType[static_cast<std::size_t>(span.type)];
                }
                if (told) {
                    told(source.substr(span.begin, span.end - span.begin), span);
                }
            }
            next += source.substr(copied);
            out = std::move(next);
        }
        return out;
    });
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
