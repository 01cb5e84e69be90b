// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RuleSet: what a company adds to the built-in rules: rules of its own, values that are never redacted,
// built-in rules that are switched off. Always a checked one. A value.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::redact {

struct CustomRule {
    std::string name;    ///< what reports call it; one of its kind
    std::string pattern; ///< RE2
    std::string token;   ///< with its brackets, `[CUSTOMER_NO]`
    /// Words of which one must stand beside the match, on its line; none: the match is enough.
    std::vector<std::string> cues;
    bool isCaseInsensitive = false;

    bool operator==(const CustomRule&) const = default;
};

class RuleSet {
public:
    static constexpr int kVersion = 1; ///< of the file format

    RuleSet() = default; ///< the built-in rules alone

    /// badValue where anything is not as privacy.md has it; `where` is a line and column or a path such as
    /// `rules[2].pattern`.
    [[nodiscard]] static Result<RuleSet> fromJson(std::string_view text);
    /// The same text for equal sets, which fromJson() reads again; ends with a line feed.
    [[nodiscard]] std::string toJson() const;
    /// SHA-256 in 64 hex digits over the built-in rules with their versions and this set.
    [[nodiscard]] std::string hash() const;

    /// In order of precedence; all of them come before the built-in rules.
    [[nodiscard]] const std::vector<CustomRule>& rules() const { return m_rules; }
    /// Whole values, or `*@example.com` for every address there; sorted.
    [[nodiscard]] const std::vector<std::string>& allowed() const { return m_allowed; }
    /// Names of built-in rules; sorted.
    [[nodiscard]] const std::vector<std::string>& off() const { return m_off; }

    // This set with one thing more or less, checked as fromJson() does.
    [[nodiscard]] Result<RuleSet> withRule(CustomRule rule) const;
    [[nodiscard]] Result<RuleSet> withAllowed(std::string value) const;
    [[nodiscard]] Result<RuleSet> withoutAllowed(std::string_view value) const;

    bool operator==(const RuleSet&) const = default;

private:
    friend class RuleSetReader;

    std::vector<CustomRule> m_rules;
    std::vector<std::string> m_allowed;
    std::vector<std::string> m_off;
};

/// Names of the built-in rules, in order of precedence: what `off` may name.
[[nodiscard]] std::vector<std::string_view> builtInRuleNames();

} // namespace goldpan::redact
