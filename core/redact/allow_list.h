// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AllowList: values that are never redacted, whichever rule finds them. Immutable; safe on any thread.
#pragma once

#include "core/redact/rule_set.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace goldpan::redact {

/// `*@example.com`: every address of that domain.
[[nodiscard]] bool isAllowedDomain(std::string_view entry);

class AllowList {
public:
    explicit AllowList(const RuleSet& set);

    [[nodiscard]] bool empty() const { return m_values.empty(); }
    /// `value` is the whole of what a rule found. Addresses are compared without regard to case.
    [[nodiscard]] bool holds(std::string_view value) const;

private:
    std::unordered_set<std::string> m_values;
};

} // namespace goldpan::redact
