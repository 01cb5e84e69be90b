// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/decode_pipeline.h"

#include "core/ingest/log_source.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <utility>

namespace goldpan::ingest {
namespace {

#ifdef __linux__
/// Threads of this process that are as nice as this.
int threadsOfNice(int nice) {
    int count = 0;
    for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
        const auto id = static_cast<id_t>(std::stoi(task.path().filename().string()));
        count += ::getpriority(PRIO_PROCESS, id) == nice ? 1 : 0;
    }
    return count;
}

TEST(DecodePipeline, HasSmallerBlocksForManyThreads) {
    constexpr std::size_t kWanted = 4 * kBlockBytes;
    EXPECT_EQ(DecodePipeline::blockBytes(1, kWanted), kWanted);
    EXPECT_EQ(DecodePipeline::blockBytes(2, kWanted), kWanted);
    EXPECT_EQ(DecodePipeline::blockBytes(2, kBlockBytes), kBlockBytes);
    EXPECT_EQ(DecodePipeline::blockBytes(2, 100), 100U) << "asked for less";
    for (const int jobs : {4, 8, 16}) {
        EXPECT_LE(DecodePipeline::blockBytes(jobs, kWanted) * static_cast<std::size_t>(2 * jobs + 2),
                  48 * kBlockBytes)
            << jobs;
    }
    EXPECT_EQ(DecodePipeline::blockBytes(64, kWanted), kBlockBytes);
}

TEST(DecodePipeline, ThreadsStandBackForWhoeverWritesOrLooks) {
    constexpr int kMostNice = 19;
    const int own = ::getpriority(PRIO_PROCESS, 0);
    if (own >= kMostNice) {
        GTEST_SKIP() << "nothing can be nicer than this process";
    }
    const test::TempDir dir;
    std::string text;
    for (int i = 0; i < 1000; ++i) { // more blocks than may wait, so that all threads go on living
        text += "{}\n";
    }
    auto source = LogSource::open(dir.write("a.jsonl", text));
    ASSERT_TRUE(source);
    const redact::Redactor redactor;
    const redact::UserKey users;
    const int wanted = std::min(own + 10, kMostNice);
    const int before = threadsOfNice(wanted);
    const DecodePipeline pipeline(BlockReader(std::move(*source), {.block = 8, .line = 100}), redactor, users,
                                  2, {});
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (threadsOfNice(wanted) < before + 3 && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_EQ(threadsOfNice(wanted), before + 3) << "one that reads and two that decode";
    EXPECT_EQ(::getpriority(PRIO_PROCESS, 0), own);
}
#endif

} // namespace
} // namespace goldpan::ingest
