// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An import holds some blocks of the log at a time: its memory does not grow with the log.
#include "tests/process/support/desk.h"

#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace goldpan::test {
namespace {

constexpr std::int64_t kMegabyte = 1 << 20;
constexpr std::size_t kRowBytes = 100'000;
constexpr int kSome = 600;   ///< rows, 60 MB: enough for every block and cache to be in use
constexpr int kMany = 2'400; ///< 240 MB

/// The peaks of a first import, of the same again and of as many new rows.
struct Peaks {
    std::int64_t first = 0;
    std::int64_t again = 0;
    std::int64_t more = 0;
};

std::string logOf(const Desk& desk, int rows, const std::string& prefix) {
    const auto path = desk.dir.file(prefix + ".jsonl");
    const std::string text(kRowBytes, 'x');
    std::ofstream log(path);
    for (int row = 0; row < rows; ++row) {
        log << R"({"request_id": ")" << prefix << row
            << R"(", "ts": "2025-06-01T12:00:00Z", "model_version": "m", "prompt": ")" << text
            << R"(", "response": "no"})"
            << "\n";
    }
    return path;
}

std::int64_t peakOfImport(const Desk& desk, const std::string& log, int stored) {
    const auto ended = Desk::run({"import", desk.store, log});
    EXPECT_EQ(ended.exit, 0) << ended.err;
    EXPECT_EQ(ended.json()["stored"], stored);
    return ended.peakBytes;
}

Peaks peaksOf(int rows) {
    const Desk desk;
    const auto log = logOf(desk, rows, "a");
    const auto other = logOf(desk, rows, "b");
    Peaks peaks;
    peaks.first = peakOfImport(desk, log, rows);
    peaks.again = peakOfImport(desk, log, 0);
    peaks.more = peakOfImport(desk, other, rows);
    return peaks;
}

TEST(ImportMemory, DoesNotGrowWithTheLog) {
    const auto some = peaksOf(kSome);
    const auto many = peaksOf(kMany);
    EXPECT_LT(many.first, some.first + 40 * kMegabyte);
    EXPECT_LT(many.again, some.again + 40 * kMegabyte);
    EXPECT_LT(many.more, some.more + 40 * kMegabyte);
}

} // namespace
} // namespace goldpan::test
