// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An open store whose file is deleted, moved or replaced: nothing is written to what would be lost.
#include "core/store/queue_reader.h"
#include "core/store/write_gate.h"
#include "tests/store/support/store_builder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

namespace goldpan {
namespace {

using test::entry;

class StorePlace : public testing::Test {
protected:
    void SetUp() override {
        store.add({entry("a")});
        row = store.row("a");
    }
    Result<void> draft(
        std::string text, const std::function<void()>& within = [] {}) {
        return store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
            auto done = write.setDraft(row, "ana", text, Timestamp{1});
            within();
            return done;
        });
    }
    void expectMissing(const Result<void>& done) {
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::notFound);
        EXPECT_EQ(done.error().where, store.path());
        const auto look = store.store().queue().dataVersion();
        ASSERT_FALSE(look);
        EXPECT_EQ(look.error(), done.error());
    }

    test::StoreBuilder store;
    RowId row;
};

TEST_F(StorePlace, NothingIsWrittenToADeletedFile) {
    ASSERT_TRUE(draft("before"));
    std::filesystem::remove(store.path());
    expectMissing(draft("lost"));
}

TEST_F(StorePlace, NothingIsWrittenWhereAnotherFileHasTheName) {
    std::filesystem::copy_file(store.path(), store.path() + ".other");
    std::filesystem::rename(store.path() + ".other", store.path());
    expectMissing(draft("lost"));
}

TEST_F(StorePlace, AMovedFileThatComesBackIsWrittenAgain) {
    const std::string away = store.path() + ".away";
    std::filesystem::rename(store.path(), away);
    expectMissing(draft("too early"));
    std::filesystem::rename(away, store.path());
    EXPECT_EQ(store.query("SELECT count(*) FROM draft"), "0");
    ASSERT_TRUE(draft("in time"));
    EXPECT_TRUE(store.store().queue().dataVersion());
    EXPECT_EQ(store.query("SELECT text FROM draft"), "in time");
}

TEST_F(StorePlace, AFileThatGoesWithinATransactionIsToldOfToo) {
    expectMissing(draft("lost", [this] { std::filesystem::remove(store.path()); }));
}

TEST_F(StorePlace, AFileThatCannotBeLookedAtIsNotSaidToBeGone) {
    const std::filesystem::path folder = store.dir().path();
    const auto open = std::filesystem::status(folder).permissions();
    ASSERT_TRUE(draft("before")); // all files that a write needs are open from here on
    constexpr uid_t kNobody = 65534;
    const bool isRoot = ::geteuid() == 0; // whom no permission keeps out
    const auto done = draft("unsure", [&] {
        std::filesystem::permissions(folder, std::filesystem::perms::none);
        EXPECT_TRUE(!isRoot || ::seteuid(kNobody) == 0);
    });
    EXPECT_TRUE(!isRoot || ::seteuid(0) == 0);
    std::filesystem::permissions(folder, open);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::unreadable) << done.error().message;
    EXPECT_TRUE(draft("again"));
}

} // namespace
} // namespace goldpan
