// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a store that is being built: found again, and how much memory they take while there come more.
#include "core/store/sql/key_table.h"

#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace goldpan::sql {
namespace {

/// Of this process, in kB.
long memory(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) {
            return std::stol(line.substr(name.size() + 1));
        }
    }
    return 0;
}

bool has(const KeyTable& table, std::uint64_t hash, RowId row) {
    return table.find(hash, [&](RowId found) { return found == row; });
}

TEST(KeyTable, FindsEachRowOfAHash) {
    KeyTable table;
    constexpr int kRows = 50'000;
    for (int i = 1; i <= kRows; ++i) {
        table.insert(stableHash64(std::to_string(i)), RowId{i});
        table.insert(static_cast<std::uint64_t>(i), RowId{kRows + i}); // alike in their first bits
    }
    table.insert(stableHash64("7"), RowId{2 * kRows + 1}); // shares its hash
    for (int i = 1; i <= kRows; ++i) {
        ASSERT_TRUE(has(table, stableHash64(std::to_string(i)), RowId{i}));
        ASSERT_TRUE(has(table, static_cast<std::uint64_t>(i), RowId{kRows + i}));
        ASSERT_FALSE(has(table, stableHash64("other" + std::to_string(i)), RowId{i}));
    }
    EXPECT_TRUE(has(table, stableHash64("7"), RowId{2 * kRows + 1}));
}

TEST(KeyTable, NeedsNoRoomForTwoOfItWhileItGrows) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "what is freed is held back";
#endif
    constexpr int kRows = 1'750'000;               // the slots have just doubled, to four million of 12 bytes
    constexpr long kMost = 63'000;                 // kB: these, and half as many would be 75,000
    std::ofstream("/proc/self/clear_refs") << "5"; // proc(5): resets VmHWM
    const long before = memory("VmRSS");
    if (memory("VmHWM") > before + 4000) {
        GTEST_SKIP() << "the most memory that was held cannot be begun anew here";
    }
    KeyTable table;
    std::uint64_t hash = 1;
    for (int i = 1; i <= kRows; ++i) {
        hash = hash * 6364136223846793005U + 1442695040888963407U; // Knuth's
        table.insert(hash, RowId{i});
    }
    EXPECT_LT(memory("VmHWM") - before, kMost);
    EXPECT_TRUE(has(table, hash, RowId{kRows}));
}

} // namespace
} // namespace goldpan::sql
