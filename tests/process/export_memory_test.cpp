// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An export holds some rows at a time and of the others only what they are compared by: its memory does not
// grow with the bytes of text.
#include "tests/process/support/desk.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <random>
#include <string>

namespace goldpan::test {
namespace {

constexpr int kRows = 300;
constexpr std::int64_t kMegabyte = 1 << 20;

/// The peak of an export with all checks and a split, of rows with texts of `bytes` each.
std::int64_t peakOfExport(std::size_t bytes) {
    const Desk desk;
    std::mt19937 random(1);
    std::ofstream log(desk.dir.file("a.jsonl"));
    nlohmann::json corrections;
    for (int row = 0; row < kRows; ++row) {
        std::string prompt;
        while (prompt.size() < bytes) {
            prompt += "word" + std::to_string(random() % 5000) + ' ';
        }
        const std::string id = "r" + std::to_string(row);
        log << nlohmann::json{{"request_id", id},     {"ts", "2025-06-01T12:00:00Z"},
                              {"model_version", "m"}, {"prompt", prompt},
                              {"response", "no"},     {"tags", {"user_negative"}}}
            << "\n";
        corrections[id] = "gold of " + id;
    }
    log.close();
    std::ofstream(desk.dir.file("c.json")) << corrections;
    std::ofstream(desk.dir.file("gold.jsonl"))
        << R"({"prompt": "what is asked in an evaluation", "answer": "x"})"
        << "\n";
    Desk::done({"import", desk.store, desk.dir.file("a.jsonl")});
    Desk::done({"corrections", desk.store, "import", desk.dir.file("c.json")});
    const auto ended = Desk::run({"export", desk.store, "--out", desk.dir.file("x.jsonl"), "--gold",
                                  desk.dir.file("gold.jsonl"), "--max-tokens", "100", "--split", "0.1"});
    EXPECT_EQ(ended.exit, 0) << ended.err;
    EXPECT_EQ(ended.json()["rows"], kRows);
    EXPECT_GT(sizeOf(desk.dir.file("x.jsonl")), bytes * kRows / 2);
    return ended.peakBytes;
}

TEST(ExportMemory, DoesNotGrowWithTheBytesOfText) {
    const auto some = peakOfExport(20'000);
    const auto many = peakOfExport(200'000); // 60 MB in all
    EXPECT_LT(many, some + 60 * kMegabyte);
}

} // namespace
} // namespace goldpan::test
