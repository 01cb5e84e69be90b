// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/keep_rule.h"

#include <charconv>

namespace goldpan::sampling {
namespace {

constexpr std::string_view kAll = "all";
constexpr std::string_view kBudget = "budget";
constexpr std::string_view kReservoir = "reservoir=";

} // namespace

std::optional<KeepRule> keepRuleFromText(std::string_view text) {
    if (text == kAll) {
        return KeepRule{};
    }
    if (text == kBudget) {
        return KeepRule{.kind = KeepRule::Kind::budget};
    }
    if (!text.starts_with(kReservoir)) {
        return std::nullopt;
    }
    const auto number = text.substr(kReservoir.size());
    std::size_t rows = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), rows);
    if (problem != std::errc{} || end != number.data() + number.size() || rows < 1 ||
        rows > KeepRule::kMostPerHour) {
        return std::nullopt;
    }
    return KeepRule{.kind = KeepRule::Kind::reservoir, .perHour = rows};
}

std::string keepRuleText(const KeepRule& rule) {
    switch (rule.kind) {
    case KeepRule::Kind::all:
        break;
    case KeepRule::Kind::budget:
        return std::string(kBudget);
    case KeepRule::Kind::reservoir:
        return std::string(kReservoir) + std::to_string(rule.perHour);
    }
    return std::string(kAll);
}

} // namespace goldpan::sampling
