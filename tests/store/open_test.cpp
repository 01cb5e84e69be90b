// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is no store, and how a new one comes to be.
#include "app/composition/store_factory.h"
#include "tests/store/support/store_builder.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace goldpan {
namespace {

using test::entry;

void run(const std::string& path, const char* sql) {
    sqlite3* handle = nullptr;
    sqlite3_open(path.c_str(), &handle);
    EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
    sqlite3_close(handle);
}

ErrorCode codeOf(const std::string& path) {
    const auto store = composition::openStore(path);
    EXPECT_FALSE(store);
    EXPECT_NE(store.error().where.find(path), std::string::npos) << "the error names the file";
    return store.error().code;
}

TEST(OpenStore, SaysWhatIsWrong) {
    const test::TempDir dir;
    EXPECT_EQ(codeOf(dir.file("missing.goldpan")), ErrorCode::notFound);
    EXPECT_FALSE(std::filesystem::exists(dir.file("missing.goldpan"))) << "opening never creates";
    EXPECT_EQ(codeOf(dir.path()), ErrorCode::unreadable);
    EXPECT_EQ(codeOf(dir.write("empty.goldpan", "")), ErrorCode::notAStore);
    EXPECT_EQ(codeOf(dir.write("text.goldpan", "this is a text, and a long one at that")),
              ErrorCode::notAStore);
    run(dir.file("other.db"), "CREATE TABLE t(x)");
    const auto before = dir.read("other.db");
    EXPECT_EQ(codeOf(dir.file("other.db")), ErrorCode::notAStore);
    EXPECT_EQ(dir.read("other.db"), before) << "somebody else's database is left as it is";
}

TEST(OpenStore, RefusesANewerStore) {
    test::StoreBuilder store;
    const auto copy = store.dir().file("newer.goldpan");
    ASSERT_TRUE(store.store().upkeep().backup(copy, {}, {}));
    run(copy, "PRAGMA user_version=99");
    EXPECT_EQ(codeOf(copy), ErrorCode::newerStore);
}

TEST(OpenStore, TornFileIsAnError) {
    test::StoreBuilder store;
    store.add({entry("a")});
    const auto copy = store.dir().file("torn.goldpan");
    ASSERT_TRUE(store.store().upkeep().backup(copy, {}, {}));
    std::filesystem::resize_file(copy, 20000);
    const auto opened = composition::openStore(copy);
    const bool told = !opened || !(*opened)->upkeep().check({}) || !(*opened)->upkeep().check({})->empty();
    EXPECT_TRUE(told);
}

TEST(CreateStore, NeverTakesAFileThatIsThere) {
    const test::TempDir dir;
    const auto path = dir.write("x.goldpan", "mine");
    EXPECT_EQ(composition::createStore(path).error().code, ErrorCode::refused);
    EXPECT_EQ(dir.read("x.goldpan"), "mine");
    EXPECT_EQ(composition::createStore(dir.file("no/such.goldpan")).error().code, ErrorCode::notFound);
}

TEST(StoreForImport, LeavesNothingUnlessPublished) {
    const test::TempDir dir;
    const auto path = dir.file("new.goldpan");
    {
        auto made = composition::StoreForImport::open(path);
        ASSERT_TRUE(made);
        EXPECT_TRUE(made->isNew());
        auto session = *made->store().importer().begin("/l", "ana");
        ASSERT_TRUE(session->add(std::vector{test::importRow(entry("a"))}));
    }
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

TEST(StoreForImport, PublishesAWholeStoreOverAStalePart) {
    const test::TempDir dir;
    const auto path = dir.file("new.goldpan");
    dir.write("new.goldpan.part", "left behind by a kill");
    {
        auto made = composition::StoreForImport::open(path);
        ASSERT_TRUE(made) << made.error().message;
        EXPECT_EQ(composition::StoreForImport::open(path).error().code, ErrorCode::busy)
            << "one maker at a time";
        auto session = *made->store().importer().begin("/l", "ana");
        ASSERT_TRUE(session->add(std::vector{test::importRow(entry("a"), 1), test::importRow(entry("b"), 2),
                                             test::importRow(entry("a"), 3)}));
        ASSERT_TRUE(session->finish());
        EXPECT_FALSE(std::filesystem::exists(path));
        session.reset();
        ASSERT_TRUE(made->publish());
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1) << "only the store";
    auto store = composition::openStore(path);
    ASSERT_TRUE(store) << store.error().message;
    EXPECT_EQ((*store)->upkeep().stats()->rows, 2);
    EXPECT_TRUE((*store)->upkeep().check({})->empty());
    EXPECT_TRUE(*(*store)->entries().find("b"));
}

} // namespace
} // namespace goldpan
