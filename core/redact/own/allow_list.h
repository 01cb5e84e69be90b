// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AllowList: values that are never redacted, whichever rule finds them. Immutable; safe on any thread.
#pragma once

#include "core/redact/own/rule_set.h"
#include "core/redact/scan/pii_span.h"

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
    /// The same of what a rule found in `text`. A domain stands for mail addresses only, each with a local
    /// part as people have, and never for what a password or a key is set to.
    [[nodiscard]] bool holds(std::string_view text, const PiiSpan& span) const;
    /// "4111111111111111|bob@example.com": where the allowed address behind a bar begins, which the one rule
    /// takes with what stands before it; the end of `span` where none does.
    [[nodiscard]] std::size_t behindBar(std::string_view text, const PiiSpan& span) const;

private:
    [[nodiscard]] bool holdsDomain(std::string_view text, const PiiSpan& span) const;

    std::unordered_set<std::string> m_values;
};

} // namespace goldpan::redact
