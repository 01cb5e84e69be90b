// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a re-redaction leaves behind and says of itself: who previewed it, the index, the list of copies, the
// room that it takes.
#include "core/store/rule_sets.h"
#include "core/store/sql/id_set.h"
#include "core/store/sql/room_to_vacuum.h"
#include "tests/store/support/reredaction_desk.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <limits>

#include <sys/stat.h>

namespace goldpan {
namespace {

using store::CopyKind;
using testing::HasSubstr;
using testing::Not;

bool isOtherDisk(const std::string& one, const std::string& other) {
    struct stat first {};
    struct stat second {};
    return ::stat(one.c_str(), &first) == 0 && ::stat(other.c_str(), &second) == 0 &&
           first.st_dev != second.st_dev;
}

class ReredactionEnd : public test::ReredactionDesk {
protected:
    std::string copies() {
        std::string out;
        const auto all = reredaction().oldCopies().value_or(std::vector<store::OldCopy>{});
        for (const auto& copy : all) {
            out += std::string(store::copyKindName(copy.kind)) + " " + copy.path +
                   (copy.isComplete ? "" : " begun") + (copy.batch ? " of a batch" : "") + "\n";
        }
        return out;
    }
};

TEST_F(ReredactionEnd, TheIndexComesBackAlsoWhereAKillCameAfterItWasDropped) {
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    rewrite();
    desk.run("DROP TABLE search_state; DROP TABLE search_segment; DROP TABLE search_page");
    rewrite();
    end();
    EXPECT_EQ(desk.store().searchIndex().status()->state, store::IndexState::building);
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    EXPECT_EQ(desk.ids("\"[EMAIL]\""), "a");
}

TEST_F(ReredactionEnd, WhereNoIndexWasThereIsNone) {
    rewrite();
    end();
    EXPECT_EQ(desk.store().searchIndex().status()->state, store::IndexState::missing);
}

TEST_F(ReredactionEnd, WhatIsDoneIsKnownUntilSomebodySetsOtherRules) {
    EXPECT_EQ(*reredaction().doneBy("f00d"), std::nullopt);
    rewrite();
    EXPECT_EQ(*reredaction().doneBy("f00d"), std::nullopt) << "not done yet";
    end();
    EXPECT_EQ(*reredaction().doneBy("f00d"), ActId{1});
    EXPECT_EQ(*reredaction().doneBy("beef"), std::nullopt);
    const auto set = [&](const std::string& hash, std::int64_t at) {
        ASSERT_TRUE(desk.store().ruleSets().set({.hash = hash, .json = "{}", .setAt = Timestamp{at}}));
    };
    set("beef", 8);
    set("f00d", 10);
    EXPECT_EQ(*reredaction().doneBy("f00d"), ActId{1});
    set("beef", 11);
    set("f00d", 12);
    EXPECT_EQ(*reredaction().doneBy("f00d"), std::nullopt) << "what came between was not redacted by these";
}

TEST_F(ReredactionEnd, APreviewAnswersWhatItReplacesAndAConfirmationKeepsWhoMadeIt) {
    EXPECT_EQ(*reredaction().stage(rules("beef")) ? "replaced" : "new", std::string("new"));
    EXPECT_EQ(*reredaction().stage(rules("beef")) ? "replaced" : "same", std::string("same"));
    auto next = rules();
    next.operatorName = "ana";
    const auto replaced = reredaction().stage(next);
    ASSERT_TRUE(replaced && *replaced);
    EXPECT_EQ((*replaced)->rulesHash, "beef");
    auto confirmed = rules();
    confirmed.at = Timestamp{20};
    ASSERT_TRUE(reredaction().begin(confirmed));
    const auto pending = reredaction().pending();
    ASSERT_TRUE(pending && *pending);
    EXPECT_EQ((*pending)->operatorName, "ana");
    EXPECT_EQ((*pending)->at, Timestamp{9});
    EXPECT_EQ((*pending)->confirmedAt, Timestamp{20});
    EXPECT_EQ(desk.query("SELECT operator FROM act"), "olga");
}

TEST_F(ReredactionEnd, ACopyIsListedFromItsBeginning) {
    desk.run("INSERT INTO export_batch(id, created_at, format, path, rows, sha256, spec, published) "
             "VALUES(1, 7, 'sft', '/out', 1, 'ff', '{}', 1)");
    const auto backup = reredaction().beginCopy(CopyKind::backup, "/safe/a", Timestamp{5});
    const auto texts = reredaction().beginCopy(CopyKind::corrections, "/safe/b", Timestamp{6});
    ASSERT_TRUE(backup && texts);
    EXPECT_EQ(copies(), "backup /safe/a begun\ncorrections /safe/b begun\nexport /out of a batch\n");
    ASSERT_TRUE(reredaction().endCopy(*texts, 5));
    ASSERT_TRUE(reredaction().forgetCopy(*backup));
    EXPECT_EQ(copies(), "corrections /safe/b\nexport /out of a batch\n");
}

TEST(RoomToVacuum, IsSaidInAllWithItsFoldersWhereTheDiskIsFull) {
    const test::StoreBuilder desk;
    const sql::RoomToVacuum room(desk.path(), 4'000'000'000'000'000'000);
    EXPECT_EQ(room.explained({ErrorCode::busy, "no space", desk.path()}).message, "no space");
    const auto said = room.explained({ErrorCode::diskFull, "no space", desk.path()});
    EXPECT_EQ(said.code, ErrorCode::diskFull);
    EXPECT_THAT(said.message, HasSubstr(desk.dir().path() + " ("));
    EXPECT_THAT(said.message, testing::AnyOf(HasSubstr("8000000000000 MB needed in all"), // on one disk
                                             HasSubstr("4000000000000 MB needed in all")));
    EXPECT_THAT(said.message, HasSubstr(" MB free before)"));
    EXPECT_THAT(said.message, HasSubstr("SQLITE_TMPDIR"));
}

TEST(RoomToVacuum, NamesTheFolderForTemporaryFilesOnAnotherDiskAlone) {
    const test::TempDir other;
    if (::setenv("SQLITE_TMPDIR", "/dev/shm", 1) != 0 || !isOtherDisk("/dev/shm", other.path())) {
        ::unsetenv("SQLITE_TMPDIR");
        GTEST_SKIP() << "there is no other disk here";
    }
    const auto shm = std::filesystem::space("/dev/shm").available;
    const auto own = std::filesystem::space(other.path()).available;
    const auto needed =
        static_cast<std::int64_t>(std::min(shm, own) + (std::max(shm, own) - std::min(shm, own)) / 2);
    const sql::RoomToVacuum room(other.file("s.goldpan"), needed);
    ::unsetenv("SQLITE_TMPDIR");
    const auto said = room.explained({ErrorCode::diskFull, "no space", "s.goldpan"}).message;
    EXPECT_THAT(said, HasSubstr(shm < own ? "for temporary files in /dev/shm (" : "beside the store in "));
    EXPECT_THAT(said,
                Not(HasSubstr(shm < own ? "beside the store in " : "for temporary files in /dev/shm (")));
}

TEST(IdSet, CountsEachIdOnce) {
    sql::IdSet ids;
    for (const std::int64_t id :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{32'767}, std::int64_t{32'768}, std::int64_t{-1},
          std::int64_t{32'768}, std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max()}) {
        ids.insert(id);
    }
    EXPECT_EQ(ids.size(), 6);
}

} // namespace
} // namespace goldpan
