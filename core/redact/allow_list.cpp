// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/allow_list.h"

#include "core/redact/scan_text.h"

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
    if (m_values.empty()) {
        return false;
    }
    const std::string same = folded(value);
    if (m_values.contains(same)) {
        return true;
    }
    const std::size_t at = same.find('@'); // a span with two of them is no address of that domain alone
    return at != std::string::npos && at == same.rfind('@') && m_values.contains('*' + same.substr(at));
}

} // namespace goldpan::redact
