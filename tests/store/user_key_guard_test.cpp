// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/user_key_guard.h"

#include "core/ingest/log_follower.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

namespace goldpan::ingest {
namespace {

class UserKeyGuardTest : public testing::Test {
protected:
    UserKeyGuardTest() { hashed.usersHashed = 1; }

    Result<UserKeyGuard> open(const redact::UserKey& users) {
        return UserKeyGuard::open(builder.store(), users, redact::KeyChange::refused, "ann");
    }
    void addUser() {
        LogEntry named = test::entry("named");
        named.userIdHash = "ba7816bf8f01cfea";
        builder.add({named});
    }
    std::string mark() { return builder.query("SELECT mark FROM user_key"); }

    test::StoreBuilder builder;
    redact::UserKey key = *redact::UserKey::fromText("a secret of sixteen");
    redact::UserKey other = *redact::UserKey::fromText("another secret of it");
    redact::RedactionCounts hashed;
};

TEST_F(UserKeyGuardTest, RemembersTheKeyNotBeforeRowsCome) {
    auto guard = open(key);
    ASSERT_TRUE(guard);
    EXPECT_EQ(mark(), "");
    ASSERT_TRUE(guard->remember());
    ASSERT_TRUE(guard->remember());
    EXPECT_EQ(mark(), key.mark()) << "once";
    EXPECT_TRUE(guard->admit(hashed));
}

TEST_F(UserKeyGuardTest, AMarkAloneIsNoUser) {
    ASSERT_TRUE(open(key)->remember());
    EXPECT_TRUE(open(other));
    EXPECT_TRUE(open({})->admit(hashed)) << "nor one of a key that an import without one would part";
    addUser();
    EXPECT_EQ(open(other).error().code, ErrorCode::refused);
    EXPECT_EQ(open({})->admit(hashed).error().code, ErrorCode::refused);
    EXPECT_TRUE(open(key));
}

TEST_F(UserKeyGuardTest, SeesUsersThatCameWhileItWaited) {
    auto bare = open(key);
    auto meant = UserKeyGuard::open(builder.store(), key, redact::KeyChange::meant, "ann");
    addUser(); // without a key, which leaves no mark
    EXPECT_EQ(bare->remember().error().code, ErrorCode::refused);
    EXPECT_EQ(mark(), "");
    EXPECT_TRUE(meant->remember());
    EXPECT_EQ(mark(), key.mark());
}

TEST_F(UserKeyGuardTest, SeesUsersThatCameUnderTheMarkItKnew) {
    ASSERT_TRUE(open(key)->remember());
    auto guard = open(other);
    auto bare = open({});
    addUser();
    EXPECT_EQ(guard->remember().error().code, ErrorCode::refused);
    ASSERT_TRUE(bare->remember());
    EXPECT_EQ(mark(), key.mark());
    EXPECT_TRUE(bare->admit({})) << "no raw id";
    EXPECT_EQ(bare->admit(hashed).error().code, ErrorCode::refused);
}

TEST_F(UserKeyGuardTest, StopsWhereTheStoreGetsAnotherKeyMeanwhile) {
    addUser();
    auto bare = open({});
    auto guard = UserKeyGuard::open(builder.store(), key, redact::KeyChange::meant, "ann");
    ASSERT_TRUE(guard->remember());
    EXPECT_TRUE(guard->admit(hashed));
    EXPECT_EQ(bare->admit(hashed).error().code, ErrorCode::conflict);
    EXPECT_TRUE(bare->admit({})) << "no raw id";
    ASSERT_TRUE(UserKeyGuard::open(builder.store(), other, redact::KeyChange::meant, "bob")->remember());
    const auto admitted = guard->admit(hashed);
    EXPECT_EQ(admitted.error().code, ErrorCode::conflict);
    EXPECT_TRUE(admitted.error().message.contains("another key"));
}

TEST_F(UserKeyGuardTest, AWatchThatRunsEndsToo) {
    ASSERT_TRUE(open(key)->remember());
    const auto log = builder.dir().write(
        "log.jsonl", R"({"request_id":"a","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"p",)"
                     R"("response":"r","user_id":"bob"})"
                     "\n");
    const redact::Redactor redactor;
    LogFollower follower(builder.store(), redactor,
                         {.log = log,
                          .operatorName = "ann",
                          .users = key,
                          .once = true,
                          .hasOtherRules = [&]() -> Result<bool> {
                              EXPECT_TRUE(builder.store().userKeys().set({other.mark(), {9}, "bob"}));
                              return false;
                          }});
    ImportReport report;
    EXPECT_EQ(follower.run(report, {}).error().code, ErrorCode::conflict);
    EXPECT_EQ(builder.query("SELECT count(*) FROM log_entries"), "0");
}

TEST_F(UserKeyGuardTest, DoesNotWriteOverAKeyThatNobodySaw) {
    auto guard = open(key);
    ASSERT_TRUE(open(other)->remember());
    EXPECT_EQ(guard->remember().error().code, ErrorCode::conflict);
    EXPECT_EQ(mark(), other.mark());
}

} // namespace
} // namespace goldpan::ingest
