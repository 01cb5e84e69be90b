// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

std::string shown(std::string_view text) {
    const auto ts = parseTimestamp(text);
    return ts ? formatTimestamp(*ts) : "refused";
}

TEST(Timestamp, ReadsWhatPythonReads) {
    EXPECT_EQ(shown("2025-06-12T03:04:05.678901"), "2025-06-12T03:04:05.678901Z");
    EXPECT_EQ(shown("2025-06-12 03:04:05.678"), "2025-06-12T03:04:05.678000Z");
    EXPECT_EQ(shown("2025-06-12T03:04:05"), "2025-06-12T03:04:05.000000Z");
    EXPECT_EQ(shown("20250612T030405"), "2025-06-12T03:04:05.000000Z");
    EXPECT_EQ(shown("2025-06-12"), "2025-06-12T00:00:00.000000Z");
    EXPECT_EQ(shown("2025-06-12T03"), "2025-06-12T03:00:00.000000Z");
    EXPECT_EQ(shown("2025-W24-4T03:04"), "2025-06-12T03:04:00.000000Z");
    EXPECT_EQ(shown("2025-06-12T03:04:05,5"), "2025-06-12T03:04:05.500000Z");
    EXPECT_EQ(shown("2024-02-29T00:00:00"), "2024-02-29T00:00:00.000000Z");
}

TEST(Timestamp, CutsDigitsPastTheSixth) {
    EXPECT_EQ(shown("2025-06-12T03:04:05.6789019999"), "2025-06-12T03:04:05.678901Z");
}

TEST(Timestamp, ConvertsAwareTimesToUtc) {
    EXPECT_EQ(shown("2025-06-12T03:04:05Z"), "2025-06-12T03:04:05.000000Z");
    EXPECT_EQ(shown("2025-06-12T05:04:05.678901+02:00"), "2025-06-12T03:04:05.678901Z");
    EXPECT_EQ(shown("2025-06-12T00:04:05-0330"), "2025-06-12T03:34:05.000000Z");
    EXPECT_EQ(shown("2025-01-01T00:30:00+01:00"), "2024-12-31T23:30:00.000000Z");
}

TEST(Timestamp, RefusesWhatIsNoTime) {
    for (const char* text :
         {"", "2025", "2025-06-31", "2025-13-01", "2025-02-29", "2025-06-12T24:00:00", "2025-06-12T03:60",
          "1749697445", "2025-06-12T03:04:05.", "2025-06-12T03:04:05 ", "2025-06-12x03:04",
          "2025-06-12T03:04:05+", "2025-W54-1", "2025-W53-1", "0000-01-01", "2025-06-12T03:04:05Zx"}) {
        EXPECT_EQ(shown(text), "refused") << text;
    }
}

TEST(Timestamp, WritesTheLessonsForm) {
    EXPECT_EQ(formatNaiveTimestamp(*parseTimestamp("2025-06-12T03:04:05")), "2025-06-12T03:04:05");
    EXPECT_EQ(formatNaiveTimestamp(*parseTimestamp("2025-06-12T03:04:05.5")), "2025-06-12T03:04:05.500000");
}

TEST(Timestamp, HoldsTimesBeforeTheEpoch) {
    EXPECT_EQ(shown("1969-12-31T23:59:59.999999"), "1969-12-31T23:59:59.999999Z");
    EXPECT_EQ(parseTimestamp("1969-12-31T23:59:59.999999")->micros, -1);
}

} // namespace
} // namespace goldpan
