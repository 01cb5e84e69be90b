// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/allow_list.h"

#include "core/redact/rules/secret/secret_keys.h"
#include "core/redact/scan/scan_text.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

std::string folded(std::string_view value) {
    std::string out(value);
    if (value.contains('@')) {
        std::ranges::transform(out, out.begin(), lowerAscii);
    }
    return out;
}

/// A bar, a quote or a space joins something else to the address.
bool isOrdinaryLocal(char c) {
    return isLetter(c) || isDigit(c) || isHighByte(c) || std::string_view("._%+-'").contains(c);
}

/// "password: ", "api_key=\"", "--password ": what follows may be a secret that looks like an address.
bool isBehindSecretKey(std::string_view text, std::size_t begin) {
    constexpr std::size_t kLongestKey = 64;
    constexpr std::size_t kMostMarks = 8;
    std::size_t end = begin;
    bool set = false;
    while (end > 0 && begin - end < kMostMarks && std::string_view(" \t\"'`\\=:>").contains(text[end - 1])) {
        --end;
        set = set || text[end] == '=' || text[end] == ':';
    }
    std::size_t key = end;
    while (key > 0 && end - key < kLongestKey &&
           (isLetter(text[key - 1]) || isDigit(text[key - 1]) ||
            std::string_view("_-.").contains(text[key - 1]))) {
        --key;
    }
    const auto name = text.substr(key, end - key);
    return (set && foreignKeyName(text.substr(0, end)) != KeyName::none) ||
           ((set || name.starts_with('-')) && keyName(name) != KeyName::none);
}

} // namespace

bool isAllowedDomain(std::string_view entry) {
    const auto domain = entry.substr(std::min<std::size_t>(2, entry.size()));
    return entry.starts_with("*@") && domain.contains('.') && domain.front() != '.' && domain.back() != '.' &&
           std::ranges::none_of(domain, [](char c) { return c == '*' || c == '@' || c == ' '; });
}

AllowList::AllowList(const RuleSet& set) {
    for (const auto& value : set.allowed()) {
        m_values.insert(folded(value));
    }
}

bool AllowList::holds(std::string_view value) const {
    return !m_values.empty() && m_values.contains(folded(value));
}

bool AllowList::holds(std::string_view text, const PiiSpan& span) const {
    return holds(text.substr(span.begin, span.end - span.begin)) || holdsDomain(text, span);
}

bool AllowList::holdsDomain(std::string_view text, const PiiSpan& span) const {
    if (m_values.empty() || span.type != PiiType::email) {
        return false;
    }
    const std::string same = folded(text.substr(span.begin, span.end - span.begin));
    const std::size_t at = same.find('@');
    return at != std::string::npos &&
           std::all_of(same.begin(), same.begin() + std::ptrdiff_t(at), isOrdinaryLocal) &&
           m_values.contains('*' + same.substr(at)) && !isBehindSecretKey(text, span.begin);
}

std::size_t AllowList::behindBar(std::string_view text, const PiiSpan& span) const {
    const std::size_t bar = text.substr(span.begin, span.end - span.begin).rfind('|');
    if (span.type != PiiType::email || bar == std::string_view::npos) {
        return span.end;
    }
    const std::size_t begin = span.begin + bar + 1;
    return holds(text, {begin, span.end, span.type}) ? begin : span.end;
}

} // namespace goldpan::redact
