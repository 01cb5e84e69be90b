// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/redact/user_hash.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(UserKeys, HashesWithTheKeyAndLeavesHashesAlone) {
    const auto key = UserKey::fromText("sixteen bytes ok\n");
    ASSERT_TRUE(key);
    EXPECT_EQ(key->hash("abc"), hmacSha256Hex("sixteen bytes ok", "abc").substr(0, 16));
    EXPECT_EQ(key->hash("ba7816bf8f01cfea"), "ba7816bf8f01cfea") << "a second pass changes nothing";
    EXPECT_EQ(UserKey().hash("abc"), hashUserId("abc")) << "no key: the lesson's hash";
}

TEST(UserKeys, ARawIdThatLooksLikeAHashIsHashedWithAKey) {
    const auto key = UserKey::fromText("sixteen bytes ok");
    ASSERT_TRUE(key);
    for (const std::string id :
         {"175928847299117063", "9f86d081884c7d659a2feaa0c55ad015", "ba7816bf8f01cfea"}) {
        EXPECT_EQ(key->hashRaw(id), hmacSha256Hex("sixteen bytes ok", id).substr(0, 16)) << id;
        EXPECT_EQ(UserKey().hashRaw(id), id) << "no key: as ever";
        const auto once = key->hashOnce(id);
        EXPECT_EQ(once, id.size() == 16 ? id : key->hashRaw(id));
        EXPECT_EQ(key->hashOnce(once), once);
        EXPECT_EQ(key->hash(id), id);
    }
    EXPECT_EQ(key->hashOnce("BA7816BF8F01CFEA"), key->hashRaw("BA7816BF8F01CFEA")) << "never one of ours";
    EXPECT_EQ(UserKey().hashOnce("BA7816BF8F01CFEA"), "BA7816BF8F01CFEA");
}

TEST(UserKeys, AKeyThatIsNoKeyIsRefusedWithoutSayingIt) {
    for (const std::string& text :
         {std::string(), std::string("fifteen  bytes!\n"), std::string(4097, 'k')}) {
        const auto key = UserKey::fromText(text);
        ASSERT_FALSE(key) << text.size();
        EXPECT_EQ(key.error().code, ErrorCode::badValue);
        EXPECT_FALSE(key.error().message.contains("fifteen  bytes"));
    }
    EXPECT_TRUE(UserKey::fromText(std::string(4096, 'k')));
    EXPECT_EQ(UserKey::fromText("sixteen bytes ok\r\n")->hash("a"),
              UserKey::fromText("sixteen bytes ok")->hash("a"));
}

} // namespace
} // namespace goldpan::redact
