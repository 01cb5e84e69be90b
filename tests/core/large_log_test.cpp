// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read of a log as large as a quarter of memory is not kept there. The call that tells the system so
// is this program's own here, which keeps what was said.
#include "core/ingest/log_source.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace {

struct LetGo {
    std::int64_t begin;
    std::int64_t end;
};

std::vector<LetGo> s_letGo; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

} // namespace

// In the place of the C library's, for the whole of this program.
extern "C" int posix_fadvise(int fd, off_t offset, off_t bytes, int advice) noexcept {
    if (advice == POSIX_FADV_DONTNEED) {
        s_letGo.push_back({.begin = offset, .end = offset + bytes});
    }
    return static_cast<int>(::syscall(SYS_fadvise64, fd, offset, bytes, advice));
}

namespace goldpan::ingest {
namespace {

constexpr std::int64_t kMegabyte = 1 << 20;
constexpr std::int64_t kRead = 100 * kMegabyte;

/// Holes for the most part, which take no room on the disk.
std::string logOf(const test::TempDir& dir, std::int64_t bytes) {
    const std::string path = dir.write("log.jsonl", "{\"request_id\": \"a\"}\n");
    std::filesystem::resize_file(path, static_cast<std::uintmax_t>(bytes));
    return path;
}

std::int64_t memory() {
    return std::int64_t{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
}

/// The first of it; answers the bytes that there were.
std::int64_t readFirst(LogSource& source) {
    std::vector<char> into(static_cast<std::size_t>(kMegabyte));
    std::int64_t all = 0;
    for (Result<std::size_t> got = 1; all < kRead && got && *got > 0;) {
        got = source.read(into, {});
        all += got ? static_cast<std::int64_t>(*got) : 0;
    }
    return all;
}

TEST(LargeLog, IsNotKeptInMemoryBehindItsReader) {
    const test::TempDir dir;
    auto source = LogSource::open(logOf(dir, memory() / 4 + 64 * kMegabyte));
    ASSERT_TRUE(source);
    s_letGo.clear();
    EXPECT_GE(readFirst(*source), kRead);
    ASSERT_FALSE(s_letGo.empty());
    std::int64_t next = 0;
    for (const auto& range : s_letGo) {
        EXPECT_EQ(range.begin, next);
        next = range.end;
    }
    EXPECT_GT(next, kRead - 20 * kMegabyte);
    EXPECT_LE(next, source->bytesRead()) << "what was read ahead is wanted yet";
}

TEST(LargeLog, ASmallerOneIsLeftWhereItIs) {
    const test::TempDir dir;
    auto source = LogSource::open(logOf(dir, kRead));
    ASSERT_TRUE(source);
    s_letGo.clear();
    EXPECT_EQ(readFirst(*source), kRead);
    EXPECT_TRUE(s_letGo.empty());
}

} // namespace
} // namespace goldpan::ingest
