// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeepRule: which rows of a log an import keeps. A value; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan::sampling {

struct KeepRule {
    enum class Kind : std::uint8_t {
        all,
        budget,    ///< SamplingBudget at the rate of the store's policy
        reservoir, ///< Reservoir of `perHour` healthy rows
    };
    static constexpr std::size_t kMostPerHour = 1'000'000'000;

    Kind kind = Kind::all;
    std::size_t perHour = 0; ///< of a reservoir; 0 otherwise

    bool operator==(const KeepRule&) const = default;
};

/// `all`, `budget` or `reservoir=N` with N from 1 to kMostPerHour; none for anything else.
[[nodiscard]] std::optional<KeepRule> keepRuleFromText(std::string_view text);
[[nodiscard]] std::string keepRuleText(const KeepRule& rule);

} // namespace goldpan::sampling
