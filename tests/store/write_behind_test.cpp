// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is written of a growing file before its end, and a store that is built so. The call that tells the
// system to write is this program's own here, which keeps what was asked for.
#include "core/store/sql/sql_store.h"
#include "core/store/sql/write_behind.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Asked {
    std::int64_t begin;
    std::int64_t end;
};

std::mutex s_mutex; // guards s_asked
std::vector<Asked> s_asked;
std::atomic<bool> s_refuses = false;

std::vector<Asked> asked() {
    const std::lock_guard lock(s_mutex);
    return s_asked;
}

std::int64_t asked(std::int64_t atLeast) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    for (;;) {
        const auto all = asked();
        const std::int64_t end = all.empty() ? 0 : all.back().end;
        if (end >= atLeast || std::chrono::steady_clock::now() > until) {
            return end;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

} // namespace

extern "C" int sync_file_range(int, off64_t offset, off64_t bytes, unsigned int) {
    const std::lock_guard lock(s_mutex);
    s_asked.push_back({.begin = offset, .end = offset + bytes});
    if (s_refuses) {
        errno = ESPIPE;
        return -1;
    }
    return 0;
}

namespace goldpan::sql {
namespace {

constexpr std::int64_t kMegabyte = 1 << 20;
constexpr std::int64_t kMostLeft = 16 * kMegabyte;

class WriteBehindTest : public testing::Test {
protected:
    void SetUp() override {
        const std::lock_guard lock(s_mutex);
        s_asked.clear();
        s_refuses = false;
    }

    /// Rows of 40 MB, half of them at a time.
    static void addRows(SqlStore& store, const std::string& after) {
        auto session = store.importer().begin("/log.jsonl", "importer");
        ASSERT_TRUE(session);
        for (const std::string half : {"a", "b"}) {
            std::vector<store::ImportRow> rows;
            for (int i = 0; i < 100; ++i) {
                auto entry = test::entry(std::string(half).append(std::to_string(i)).append(after));
                entry.response.assign(200'000, 'w');
                rows.push_back(test::importRow(entry, 1));
            }
            ASSERT_TRUE((*session)->add(rows));
        }
        ASSERT_TRUE((*session)->finish());
    }

    test::TempDir dir;
};

TEST_F(WriteBehindTest, EachByteOnceAndTheLastOnesNotYet) {
    const std::string path = dir.write("growing", "");
    WriteBehind behind(path);
    for (const std::int64_t size : {40 * kMegabyte, 41 * kMegabyte, 90 * kMegabyte}) {
        std::filesystem::resize_file(path, static_cast<std::uintmax_t>(size));
        const auto end = asked(size - kMostLeft);
        EXPECT_GE(end, size - kMostLeft);
        EXPECT_LT(end, size) << "the end of a file is written to again";
    }
    std::int64_t next = 0;
    for (const auto& range : asked()) {
        EXPECT_EQ(range.begin, next);
        EXPECT_GT(range.end, range.begin);
        next = range.end;
    }
}

TEST_F(WriteBehindTest, AFileThatIsNotThereIsLeft) {
    { WriteBehind behind(dir.file("nowhere")); }
    EXPECT_TRUE(asked().empty());
    EXPECT_FALSE(std::filesystem::exists(dir.file("nowhere")));
}

TEST_F(WriteBehindTest, AStoreIsWrittenWhileItIsBuilt) {
    auto store = SqlStore::build(dir.file("new.goldpan"));
    ASSERT_TRUE(store);
    addRows(**store, "");
    EXPECT_GE(asked(20 * kMegabyte), 20 * kMegabyte);
    ASSERT_TRUE(SqlStore::finishBuild(std::move(*store)));
    const auto before = asked().size();
    auto opened = SqlStore::open(dir.file("new.goldpan"));
    ASSERT_TRUE(opened);
    addRows(**opened, "later");
    EXPECT_EQ(asked().size(), before) << "a store that others may have open has its log for that";
}

TEST_F(WriteBehindTest, AStoreIsWholeWhereTheSystemDoesNotWriteSo) {
    s_refuses = true;
    auto store = SqlStore::build(dir.file("new.goldpan"));
    ASSERT_TRUE(store);
    addRows(**store, "");
    asked(1);
    ASSERT_TRUE(SqlStore::finishBuild(std::move(*store)));
    EXPECT_EQ(asked().size(), 1U) << "asked again and again";
    auto opened = SqlStore::open(dir.file("new.goldpan"));
    ASSERT_TRUE(opened);
    const auto found = (*opened)->entries().find("b99");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*opened)->entries().read(**found)->entry.response.size(), 200'000U);
}

} // namespace
} // namespace goldpan::sql
