// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

namespace goldpan::test {
namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// True where `theirs` reads as `ours` with something in the place of each token.
bool sameButForTokens(const std::string& ours, const std::string& theirs) {
    std::size_t at = 0;
    std::size_t begin = 0;
    while (begin <= ours.size()) {
        auto end = std::string::npos;
        std::size_t tokenLength = 0;
        for (const std::string token :
             {"[EMAIL]", "[PHONE]", "[SSN]", "[ADDRESS]", "[CREDIT_CARD]", "[IBAN]", "[IP]", "[SECRET]"}) {
            if (const auto found = ours.find(token, begin); found < end) {
                end = found;
                tokenLength = token.size();
            }
        }
        const auto piece = ours.substr(begin, end == std::string::npos ? end : end - begin);
        const auto found = end == std::string::npos && theirs.size() >= piece.size() + at
                               ? theirs.rfind(piece)
                               : theirs.find(piece, at);
        if (found == std::string::npos || found < at || (begin == 0 && found != 0)) {
            return false;
        }
        at = found + piece.size();
        if (end == std::string::npos) {
            return at == theirs.size();
        }
        begin = end + tokenLength;
    }
    return true;
}

TEST(SharedData, TheLessonsExportRowByRow) {
    if (sharedData().empty()) {
        GTEST_SKIP() << "no shared data here";
    }
    const auto logs = sharedData() + "/logs/";
    CliRunner cli;
    const auto imported = cli.json({"import", cli.store, logs + "inference.jsonl.gz"});
    ASSERT_EQ(imported.exit, 0) << imported.err;
    const auto counts = imported.json();
    EXPECT_EQ(counts["read"], 3276);
    EXPECT_EQ(counts["read"].get<int>(), counts["stored"].get<int>() + counts["duplicate"].get<int>() +
                                             counts["sampled_out"].get<int>() +
                                             counts["quarantined"].get<int>());
    EXPECT_GT(counts["redacted"]["EMAIL"], 200);
    EXPECT_EQ(cli.count({"import", cli.store, logs + "inference.jsonl.gz"}, "stored"), 0);

    const auto drift = cli.json({"drift", cli.store, "--event", logs + "drift_events.jsonl"}).lines();
    ASSERT_EQ(drift.size(), 2U);
    EXPECT_EQ(drift[0]["newly_tagged"], 37);
    EXPECT_EQ(drift[1]["newly_tagged"], 79);
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["by_tag"]["drift_window"], 118)
        << "with the two rows that came tagged: what the lesson's own tagging returns";
    EXPECT_EQ(cli.count({"feedback", cli.store, logs + "feedback.jsonl"}, "read"), 259);
    const auto corrections = cli.json({"corrections", cli.store, "import", logs + "corrections.json"});
    ASSERT_EQ(corrections.exit, 0);
    EXPECT_EQ(corrections.json()["read"], 151);

    const auto out = cli.dir.file("batch.jsonl");
    const auto batch = cli.run({"export", cli.store, "--out", out, "--tags", "user_negative,drift_window"});
    ASSERT_EQ(batch.exit, 0) << batch.err;
    const auto held = cli.json({"export", cli.store, "--dry-run", "--tags", "user_negative,drift_window"})
                          .json()["excluded"]
                          .value("pii", 0);
    EXPECT_EQ(cli.run({"verify", out}).exit, 0);

    const auto ours = linesOf(cli.dir.read("batch.jsonl"));
    const auto theirs = linesOf(readMaybeGzip(logs + "expected/sft_user_negative+drift_window.jsonl.gz"));
    EXPECT_EQ(ours.size() + static_cast<std::size_t>(held), theirs.size()) << batch.err;
    // in the same order, with only held-back rows left out
    std::size_t next = 0;
    int skipped = 0;
    for (const auto& line : ours) {
        while (next < theirs.size() && !sameButForTokens(line, theirs[next])) {
            ++next;
            ++skipped;
        }
        ASSERT_LT(next, theirs.size()) << "a row that the lesson's export has not";
        ++next;
    }
    EXPECT_EQ(skipped + static_cast<int>(theirs.size() - next), held);
    if (held > 0) {
        EXPECT_THAT(batch.err, testing::HasSubstr("held back (pii): "));
    }
}

} // namespace
} // namespace goldpan::test
