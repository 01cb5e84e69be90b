// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SamplingDesk: a store, imports into it that keep a share, and what became of them. Test support.
#pragma once

#include "core/sampling/keep_rule.h"
#include "core/store/upkeep.h"
#include "tests/store/support/store_builder.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

namespace goldpan::test {

inline constexpr sampling::KeepRule kBudget{.kind = sampling::KeepRule::Kind::budget};

/// "r7"
[[nodiscard]] std::string idOf(int number);
/// Healthy rows r`from` to r`to`-1, one a minute from midnight of 2025-06-12, day after day.
[[nodiscard]] std::vector<LogEntry> healthyRows(int from, int to);

class SamplingDesk : public testing::Test {
protected:
    /// Also checks that the counts add up and the store is sound.
    store::ImportTally import(const std::vector<LogEntry>& entries, const sampling::KeepRule& rule,
                              std::string_view source = "/log.jsonl");
    void setPolicy(const std::function<void(Policy&)>& change);
    /// Request ids of all rows.
    std::set<std::string> stored();
    /// Every weight that a row has, ascending, a line each.
    std::string weights();
    double sumOfWeights();
    store::SamplingStats stats();

    StoreBuilder desk;
};

} // namespace goldpan::test
