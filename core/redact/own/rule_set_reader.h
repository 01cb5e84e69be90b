// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RuleSetReader: fills a rule set from JSON, and refuses what would be no good rule. A value over its target.
#pragma once

#include "core/redact/own/rule_set.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace goldpan::redact {

class RuleSetReader {
public:
    explicit RuleSetReader(RuleSet& set)
        : m_set(set) {}

    [[nodiscard]] Result<void> read(std::string_view text);
    // `where` is the path of the thing in its file, "" where there is none.
    [[nodiscard]] Result<void> addRule(CustomRule rule, const std::string& where);
    [[nodiscard]] Result<void> allow(std::string value, const std::string& where);
    [[nodiscard]] Result<void> switchOff(std::string name, const std::string& where);

private:
    [[nodiscard]] Result<void> readMember(const std::string& key, const nlohmann::json& value);
    [[nodiscard]] Result<void> readRule(const nlohmann::json& value, const std::string& where);

    /// Refuses what would take seconds for each megabyte of text.
    [[nodiscard]] Result<void> addSize(const CustomRule& rule, const std::string& where);

    RuleSet& m_set;
    std::optional<std::size_t> m_programs; ///< size of all patterns together, once it was asked for
};

} // namespace goldpan::redact
