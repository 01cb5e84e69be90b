// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/feedback_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace goldpan::feedback {
namespace {

/// Events as `id kind [ts]`, then bad lines as `!line reason`; an error as `code`.
std::string shown(const Result<FeedbackFile>& file) {
    if (!file) {
        return std::string(errorName(file.error().code));
    }
    std::string out;
    for (const auto& event : file->events) {
        out += event.requestId + " " + std::string(feedbackKindName(event.kind)) +
               (event.ts ? " " + formatNaiveTimestamp(*event.ts) : "") + "\n";
    }
    for (const auto& bad : file->bad) {
        out += "!" + std::to_string(bad.line) + " " + bad.reason + "\n";
    }
    return out;
}

class FeedbackFileTest : public testing::Test {
protected:
    std::string read(std::string_view text) {
        return shown(readFeedbackFile(m_dir.write("f.jsonl", text), {}));
    }
    std::string readGzip(std::string_view text) {
        return shown(readFeedbackFile(m_dir.writeGzip("f.jsonl", text), {}));
    }

    test::TempDir m_dir;
};

constexpr const char* kGood = "{\"request_id\":\"a\",\"kind\":\"thumbs_down\"}\n";

TEST_F(FeedbackFileTest, ReadsEveryKindPlainAndGzipped) {
    constexpr const char* kText = "{\"request_id\":\"a\",\"ts\":\"2025-06-01T08:19:12.5Z\",\"kind\":\"thumbs_"
                                  "down\",\"comment\":\"wrong\"}\n"
                                  "{\"request_id\":\"b\",\"ts\":null,\"kind\":\"regenerate\"}\r\n"
                                  "\n"
                                  "{\"request_id\":\"c\",\"kind\":\"report\"}\n"
                                  "{\"request_id\":\"a\",\"kind\":\"thumbs_up\"}";
    constexpr const char* kShown =
        "a thumbs_down 2025-06-01T08:19:12.500000\nb regenerate\nc report\na thumbs_up\n";
    EXPECT_EQ(read(kText), kShown);
    EXPECT_EQ(readGzip(kText), kShown);
    EXPECT_EQ(read(std::string("\xEF\xBB\xBF") + kText), kShown);
}

TEST_F(FeedbackFileTest, SaysOfEachBadLineWhatIsOffButNeverWhatItHolds) {
    EXPECT_EQ(read(std::string(kGood) + "secret words\n"
                                        "[\"secret\"]\n"
                                        "{\"kind\":\"report\"}\n"
                                        "{\"request_id\":7,\"kind\":\"report\"}\n"
                                        "{\"request_id\":\"\",\"kind\":\"report\"}\n"
                                        "{\"request_id\":\"b\"}\n"
                                        "{\"request_id\":\"b\",\"kind\":\"secret\"}\n"
                                        "{\"request_id\":\"b\",\"kind\":\"report\",\"ts\":\"yesterday\"}\n"
                                        "{\"request_id\":\"b\",\"kind\":\"report\",\"ts\":1749697445}\n"),
              "a thumbs_down\n"
              "!2 not_json: the line does not parse\n"
              "!3 wrong_type: the line is not an object\n"
              "!4 missing_field: request_id\n"
              "!5 wrong_type: request_id is not text\n"
              "!6 wrong_type: request_id is not text\n"
              "!7 missing_field: kind\n"
              "!8 wrong_type: kind is none of thumbs_down, regenerate, report, thumbs_up\n"
              "!9 bad_timestamp: ts\n"
              "!10 bad_timestamp: ts\n");
}

TEST_F(FeedbackFileTest, LetsTheLastOfADoubledKeyCountAndRepairsSurrogates) {
    EXPECT_EQ(
        read("{\"request_id\":\"a\",\"request_id\":\"b\",\"kind\":\"report\",\"comment\":\"\\ud83d\"}\n"),
        "b report\n");
}

TEST_F(FeedbackFileTest, LeavesATornLastLineForLaterButNotInGzip) {
    const std::string text = std::string(kGood) + "{\"request_id\":\"b\",\"ki";
    EXPECT_EQ(read(text), "a thumbs_down\n");
    EXPECT_EQ(readGzip(text), "a thumbs_down\n!2 not_json: the line does not parse\n");
    EXPECT_EQ(read(std::string(kGood) + "{\"request_id\":\"b\"}"), "a thumbs_down\n!2 missing_field: kind\n");
}

TEST_F(FeedbackFileTest, IsNoJsonlWithoutOneObject) {
    EXPECT_EQ(read("ts,kind\n1,2\n"), "not_jsonl");
    EXPECT_EQ(read("[]\n"), "not_jsonl");
    EXPECT_EQ(read(""), "");
    EXPECT_EQ(read("\n \r\n"), "");
    EXPECT_EQ(read("{\"request_id\":\"b\"}\n"), "!1 missing_field: kind\n");
}

TEST_F(FeedbackFileTest, QuarantinesALineWithoutEnd) {
    const std::string text =
        "{\"request_id\":\"" + std::string(17 << 20, 'x') + "\",\"kind\":\"report\"}\n" + kGood;
    EXPECT_EQ(read(text), "a thumbs_down\n!1 too_long: over 16 MiB\n");
}

TEST_F(FeedbackFileTest, RefusesTornGzipAndWhatIsNoFile) {
    std::string lines;
    for (int i = 0; i < 2000; ++i) {
        lines += "{\"request_id\":\"r" + std::to_string(i) + "\",\"kind\":\"report\"}\n";
    }
    m_dir.writeGzip("whole.gz", lines);
    const auto bytes = m_dir.read("whole.gz");
    const auto torn = m_dir.write("torn.gz", bytes.substr(0, bytes.size() / 2));
    EXPECT_EQ(shown(readFeedbackFile(torn, {})), "unreadable");
    EXPECT_EQ(shown(readFeedbackFile(m_dir.path(), {})), "unreadable");
    EXPECT_EQ(shown(readFeedbackFile(m_dir.file("missing"), {})), "not_found");
}

} // namespace
} // namespace goldpan::feedback
