// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many programs on one store: writers wait for each other, nobody starves, nothing is half-done.
#include "app/composition/store_factory.h"
#include "tests/store/support/store_builder.h"
#include "tests/support/as_nobody.h"

#include <atomic>
#include <filesystem>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>

namespace goldpan {
namespace {

using test::entry;

TEST(Busy, AnotherProgramsLongLockIsNamedAndLosesNothing) {
    test::StoreBuilder store;
    store.add({entry("a")});
    sqlite3* other = nullptr;
    sqlite3_open(store.path().c_str(), &other);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto done =
        store.store().writes().transact([](store::WriteTransaction&) { return Result<void>{}; });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::busy);
    EXPECT_EQ(store.ids(""), "a") << "reading goes on meanwhile";
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_TRUE(store.store().writes().transact([](store::WriteTransaction&) { return Result<void>{}; }));
}

TEST(Busy, OperatorsActsGetInWhileAnImportRuns) {
    test::StoreBuilder store;
    store.add({entry("mine")});
    std::atomic<bool> importing{true};
    std::jthread importer([&] {
        auto own = store.another();
        auto session = *own->importer().begin("/big", "bo");
        for (int block = 0; block < 20; ++block) {
            std::vector<store::ImportRow> rows;
            for (int i = 0; i < 500; ++i) {
                rows.push_back(
                    test::importRow(entry("r" + std::to_string(block * 500 + i)), block * 500 + i + 1));
            }
            EXPECT_EQ(session->add(rows)->stored, 500);
        }
        EXPECT_TRUE(session->finish());
        importing = false;
    });
    int acts = 0;
    while (importing || acts < 10) {
        ASSERT_TRUE(store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
            auto added = write.addTag(RowId{1}, "t" + std::to_string(acts));
            return added ? Result<void>{} : std::unexpected(added.error());
        }));
        ++acts;
    }
    importer.join();
    EXPECT_EQ(store.store().upkeep().stats()->rows, 10001);
    EXPECT_EQ(store.read("mine").entry.tags.size(), static_cast<std::size_t>(acts));
    EXPECT_TRUE(store.store().upkeep().check({})->empty());
}

TEST(Busy, ReadersKeepTheirMoment) {
    test::StoreBuilder store;
    store.add({entry("a"), entry("b")});
    std::vector<std::string> seen;
    ASSERT_TRUE(store.store().exports().scan({}, store::ScanScope::all,
                                             [&](const store::EntryRecord& record) -> Result<void> {
                                                 if (seen.empty()) {
                                                     auto other = store.another();
                                                     auto session = *other->importer().begin("/x", "bo");
                                                     (void)session->add(
                                                         std::vector{test::importRow(entry("late"))});
                                                     (void)session->finish();
                                                 }
                                                 seen.push_back(record.entry.requestId);
                                                 return {};
                                             },
                                             {}));
    EXPECT_EQ(seen, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(store.ids(""), "a b late");
}

TEST(ReadOnly, AStoreThatCannotBeWrittenIsAClearError) {
    test::StoreBuilder store;
    const auto folder = store.dir().file("ro");
    std::filesystem::create_directory(folder);
    ASSERT_TRUE(store.store().upkeep().backup(folder + "/copy.goldpan", {}, {}));
    ::chmod((folder + "/copy.goldpan").c_str(), 0444);
    ::chmod(folder.c_str(), 0555);
    const auto opened =
        test::asNobody(store.dir().path(), [&] { return composition::openStore(folder + "/copy.goldpan"); });
    const auto created =
        test::asNobody(store.dir().path(), [&] { return composition::createStore(folder + "/new.goldpan"); });
    const auto imported = test::asNobody(
        store.dir().path(), [&] { return composition::StoreForImport::open(folder + "/new.goldpan"); });
    ::chmod(folder.c_str(), 0755);
    ASSERT_FALSE(opened);
    EXPECT_TRUE(opened.error().code == ErrorCode::unwritable || opened.error().code == ErrorCode::unreadable);
    EXPECT_NE(opened.error().message.find("permissions"), std::string::npos) << opened.error().message;
    EXPECT_EQ(created.error().code, ErrorCode::unwritable);
    EXPECT_EQ(imported.error().code, ErrorCode::unwritable);
}

} // namespace
} // namespace goldpan
