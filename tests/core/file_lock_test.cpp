// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_lock.h"
#include "tests/support/as_nobody.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace goldpan {
namespace {

TEST(FileLock, IsHadByOneAtATime) {
    const test::TempDir dir;
    {
        const auto first = FileLock::take(dir.file("lock"));
        ASSERT_TRUE(first && *first);
        const auto second = FileLock::take(dir.file("lock"));
        ASSERT_TRUE(second);
        EXPECT_FALSE(*second);
    }
    const auto next = FileLock::take(dir.file("lock"));
    ASSERT_TRUE(next);
    EXPECT_TRUE(*next);
}

TEST(FileLock, OneThatAnotherUserMadeCanBeTakenByWhoMayReadIt) {
    const test::TempDir dir;
    const auto path = dir.write("lock", "");
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
    const auto isTaken = test::asNobody(dir.path(), [&] {
        const auto lock = FileLock::take(path);
        return lock && *lock;
    });
    EXPECT_TRUE(isTaken);
}

} // namespace
} // namespace goldpan
