// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/allow_list.h"

#include "core/redact/rules/secret/secret_name.h"
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

/// "4111111111111111", "219-09-9999": a number that a rule would find alone is nobody's name.
bool isNumberAlone(std::string_view local) {
    constexpr std::ptrdiff_t kFewestDigits = 9; // of an SSN
    return std::ranges::count_if(local, isDigit) >= kFewestDigits &&
           std::ranges::none_of(local, [](char c) { return isLetter(c) || isHighByte(c); });
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
           !isNumberAlone(std::string_view(same).substr(0, at)) && m_values.contains('*' + same.substr(at)) &&
           !isSetToSecret(ScanText(text), span.begin);
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
