// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/block_reader.h"
#include "core/ingest/log_source.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace goldpan::ingest {
namespace {

struct Reading {
    std::string text;   ///< of all blocks
    std::string blocks; ///< "first line: bytes" of each, `!` too long, `?` may grow
    std::optional<Error> error;
};

Reading readAll(const std::string& path, BlockLimits limits, std::stop_token stop = {}) {
    Reading reading;
    auto source = LogSource::open(path);
    if (!source) {
        reading.error = source.error();
        return reading;
    }
    BlockReader reader(std::move(*source), limits);
    for (;;) {
        const auto block = reader.next(stop);
        if (!block) {
            reading.error = block.error();
            return reading;
        }
        if (!*block) {
            return reading;
        }
        reading.text += (*block)->text;
        reading.blocks += (reading.blocks.empty() ? "" : " ") + std::to_string((*block)->firstLine) + ":" +
                          std::to_string((*block)->text.size()) + ((*block)->isTooLong ? "!" : "") +
                          ((*block)->mayGrow ? "?" : "");
    }
}

constexpr BlockLimits kSmall{.block = 8, .line = 100};

TEST(Reader, GivesOutLinesAsTheyComeWhereItIsPrompt) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    auto source = LogSource::open("/dev/fd/" + std::to_string(ends[0]));
    ASSERT_TRUE(source);
    BlockReader reader(std::move(*source), {.block = 1 << 16, .line = 100, .isPrompt = true});
    for (const std::string line : {"first\n", "second\n"}) { // it would wait for ever for a full block
        ASSERT_EQ(::write(ends[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
        const auto block = reader.next({});
        ASSERT_TRUE(block && *block);
        EXPECT_EQ((*block)->text, line);
    }
    ::close(ends[1]);
    const auto end = reader.next({});
    EXPECT_TRUE(end && !*end);
    ::close(ends[0]);
}

TEST(Reader, GivesWholeLines) {
    const test::TempDir dir;
    const auto reading = readAll(dir.write("a.jsonl", "one\ntwo\nthree three three\nfour\n"), kSmall);
    EXPECT_EQ(reading.text, "one\ntwo\nthree three three\nfour\n");
    EXPECT_EQ(reading.blocks, "1:8 3:23");
    EXPECT_FALSE(reading.error);
}

TEST(Reader, SplitsAtLineFeedsOnly) {
    const test::TempDir dir;
    const std::string text = "a\r\nb\xE2\x80\xA8\x63\r\xC2\x85\x0B\x0C\n";
    EXPECT_EQ(readAll(dir.write("a.jsonl", text), {.block = 4, .line = 100}).blocks, "1:3 2:11");
}

TEST(Reader, TellsALastLineThatMayGrow) {
    const test::TempDir dir;
    EXPECT_EQ(readAll(dir.write("a.jsonl", "one\ntw"), kSmall).blocks, "1:4 2:2?");
    EXPECT_EQ(readAll(dir.writeGzip("a.gz", "one\ntw"), kSmall).blocks, "1:4 2:2") << "nobody appends to it";
    EXPECT_EQ(readAll(dir.write("empty", ""), kSmall).blocks, "");
    EXPECT_EQ(readAll(dir.write("lf", "\n\n"), kSmall).blocks, "1:2");
}

TEST(Reader, SkipsAByteOrderMarkAtTheStart) {
    const test::TempDir dir;
    EXPECT_EQ(readAll(dir.write("a.jsonl", "\xEF\xBB\xBF{}\n\xEF\xBB\xBF{}\n"), kSmall).text,
              "{}\n\xEF\xBB\xBF{}\n");
    EXPECT_EQ(readAll(dir.writeGzip("a.gz", "\xEF\xBB\xBF{}\n"), kSmall).text, "{}\n");
    EXPECT_EQ(readAll(dir.write("bare", "\xEF\xBB\xBF"), kSmall).text, "");
}

TEST(Reader, DropsALineThatIsTooLong) {
    const test::TempDir dir;
    const std::string longLine(500, 'x');
    EXPECT_EQ(readAll(dir.write("a", "one\n" + longLine + "\nthree\n"), kSmall).blocks, "1:4 2:0! 3:6");
    EXPECT_EQ(readAll(dir.write("b", longLine), kSmall).blocks, "1:0!");
    EXPECT_EQ(readAll(dir.write("c", longLine + "\n\n" + longLine + "\nlast"), kSmall).blocks,
              "1:0! 2:1 3:0! 4:4?");
}

TEST(Reader, KnowsGzipByContent) {
    const test::TempDir dir;
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += "line " + std::to_string(i * 7919) + "\n";
    }
    const BlockLimits limits{.block = 4096, .line = 1000};
    EXPECT_EQ(readAll(dir.writeGzip("named.jsonl", text), limits).text, text);
    EXPECT_EQ(readAll(dir.write("named.gz", text), limits).text, text);
    EXPECT_EQ(readAll(dir.write("short", "\x1F"), limits).text, "\x1F");
    EXPECT_EQ(readAll(dir.writeGzip("none.gz", ""), limits).text, "");
}

TEST(Reader, ReadsAllMembersOfAGzipFile) {
    const test::TempDir dir;
    dir.writeGzip("1.gz", "one\ntw");
    dir.writeGzip("2.gz", "o\nthree\n");
    const auto both = dir.read("1.gz") + dir.read("2.gz");
    EXPECT_EQ(readAll(dir.write("both.gz", both), kSmall).text, "one\ntwo\nthree\n");
    EXPECT_FALSE(readAll(dir.write("padded.gz", both + std::string(700, '\0')), kSmall).error);

    const auto garbage = readAll(dir.write("garbage.gz", both + "{}\n"), kSmall);
    EXPECT_EQ(garbage.text, "one\ntwo\nthree\n");
    ASSERT_TRUE(garbage.error);
    EXPECT_EQ(garbage.error->code, ErrorCode::corrupt);
}

TEST(Reader, GivesWhatATornGzipHolds) {
    const test::TempDir dir;
    std::string text;
    for (int i = 0; i < 50'000; ++i) {
        text += std::to_string(i * 7919) + "\n";
    }
    dir.writeGzip("whole.gz", text);
    const auto packed = dir.read("whole.gz");
    const auto torn = dir.write("torn.gz", packed.substr(0, packed.size() / 2));
    const auto reading = readAll(torn, {.block = 4096, .line = 1000});
    ASSERT_TRUE(reading.error);
    EXPECT_EQ(reading.error->code, ErrorCode::unreadable);
    EXPECT_THAT(reading.error->message, testing::HasSubstr("unexpected end of compressed data"));
    EXPECT_EQ(reading.error->where, torn);
    EXPECT_TRUE(text.starts_with(reading.text));
    EXPECT_GT(reading.text.size(), text.size() / 4);
    EXPECT_TRUE(reading.text.ends_with('\n')) << "the torn line is not given out";

    auto damaged = packed;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    damaged[damaged.size() / 2 + 1] = static_cast<char>(damaged[damaged.size() / 2 + 1] ^ 0x55);
    EXPECT_EQ(readAll(dir.write("damaged.gz", damaged), {.block = 4096, .line = 1000}).error->code,
              ErrorCode::corrupt);
}

TEST(Reader, NamesWhatCannotBeRead) {
    const test::TempDir dir;
    EXPECT_EQ(readAll(dir.file("none"), kSmall).error->code, ErrorCode::notFound);
    EXPECT_EQ(readAll(dir.path(), kSmall).error->code, ErrorCode::unreadable);
    EXPECT_EQ(readAll(dir.file("none"), kSmall).error->where, dir.file("none"));
}

TEST(Reader, WaitsForAPipeAndStopsWhenAsked) {
    const test::TempDir dir;
    const auto path = dir.file("pipe");
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    const int keep = ::open(path.c_str(), O_RDWR | O_CLOEXEC); // so that neither side waits for the other
    ASSERT_EQ(::write(keep, "one\ntwo\nthr", 11), 11);
    std::stop_source stop;
    Reading reading;
    {
        const std::jthread reader([&] { reading = readAll(path, kSmall, stop.get_token()); });
        stop.request_stop();
    }
    ::close(keep);
    ASSERT_TRUE(reading.error);
    EXPECT_EQ(reading.error->code, ErrorCode::cancelled);
}

} // namespace
} // namespace goldpan::ingest
