// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// No text of people passes the decoder as it came.
#include "core/base/sha256.h"
#include "tests/core/support/decoder_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::ingest {
namespace {

using test::lineWith;

class DecoderPrivacy : public test::DecoderDesk {};

TEST_F(DecoderPrivacy, RedactsEveryText) {
    const auto entry = read(
        R"({"request_id":"a@example.com","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"I am b@example.com",)"
        R"("response":"Hello c@example.com","tags":["from:d@example.com"],)"
        R"("messages":[{"role":"system","content":"e@example.com"},{"role":"user","content":"I am b@example.com"}],)"
        R"("output":{"role":"assistant","content":"f@example.com"},"tools":[{"d":"g@example.com"}],)"
        R"("feedback":[{"comment":"h@example.com"}],"meta":{"note":"i@example.com"},"note":"j@example.com"})");
    EXPECT_EQ(entry.requestId, "a@example.com") << "an id is what the rows are joined by";
    EXPECT_EQ(entry.prompt, "I am [EMAIL]");
    EXPECT_EQ(entry.response, "Hello [EMAIL]");
    ASSERT_EQ(entry.tags.size(), 1U);
    EXPECT_EQ(entry.tags.front(), "from:[EMAIL]");
    EXPECT_EQ(entry.messages,
              R"([{"role":"system","content":"[EMAIL]"},{"role":"user","content":"I am [EMAIL]"}])");
    EXPECT_EQ(entry.output, R"({"role":"assistant","content":"[EMAIL]"})");
    EXPECT_EQ(entry.tools, R"([{"d":"[EMAIL]"}])");
    EXPECT_EQ(entry.feedback, R"([{"comment":"[EMAIL]"}])");
    EXPECT_EQ(entry.meta, R"({"note":"[EMAIL]","extra":{"/note":"[EMAIL]"}})");
    EXPECT_EQ(counts.byType[0], 10);
}

TEST_F(DecoderPrivacy, ProtectsWhoeverGaveFeedback) {
    const auto entry = read(
        lineWith("feedback",
                 R"([{"name":"stars","value":1,"source":"user","user_id":"bob","ip_address":"10.0.0.1"}])"));
    const auto bob = sha256Hex("bob").substr(0, 16);
    EXPECT_EQ(entry.feedback, R"([{"name":"stars","value":1,"source":"user","user_id":")" + bob + R"("}])");
    EXPECT_EQ(counts.usersHashed, 1);
    EXPECT_EQ(counts.valuesDropped, 1);
}

TEST_F(DecoderPrivacy, HashesUsersWithTheKeyWhereverTheyStand) {
    const auto key = redact::UserKey::fromText("a secret of the endpoint");
    ASSERT_TRUE(key);
    EntryDecoder keyed(redactor, *key);
    const auto bob = key->hash("bob");
    ASSERT_NE(bob, sha256Hex("bob").substr(0, 16));
    const auto row = keyed.decode(
        lineWith("user_id", R"("bob","feedback":[{"user_id":"bob"}],"meta":{"user":"bob"})"), counts);
    ASSERT_TRUE(row) << row.error().detail;
    EXPECT_EQ(row->row.entry.userIdHash, bob);
    EXPECT_EQ(row->row.entry.feedback, R"([{"user_id":")" + bob + R"("}])");
    EXPECT_EQ(row->row.entry.meta, R"({"user":")" + bob + R"("})");
}

TEST_F(DecoderPrivacy, OnlyTheFieldForHashesIsTakenForHashedWhereThereIsAKey) {
    const auto key = redact::UserKey::fromText("a secret of the endpoint");
    ASSERT_TRUE(key);
    EntryDecoder keyed(redactor, *key);
    const std::string uuid = "9f86d081884c7d659a2feaa0c55ad015";
    const auto hashOf = [&](const std::string& field, const std::string& value) {
        const auto row = keyed.decode(lineWith(field, value), counts);
        EXPECT_TRUE(row);
        return row ? row->row.entry : LogEntry{};
    };
    EXPECT_EQ(hashOf("user_id_hash", '"' + uuid + '"').userIdHash, uuid);
    EXPECT_EQ(counts.usersHashed, 0);
    EXPECT_EQ(hashOf("user_id", '"' + uuid + '"').userIdHash, key->hashRaw(uuid));
    EXPECT_EQ(hashOf("user_id", "175928847299117063").userIdHash, key->hashRaw("175928847299117063"));
    EXPECT_EQ(hashOf("user_id", R"("ba7816bf8f01cfea")").userIdHash, key->hashRaw("ba7816bf8f01cfea"));
    EXPECT_EQ(counts.usersHashed, 3);
    const auto deep = hashOf("user", '"' + uuid + '"').meta;
    EXPECT_EQ(deep, R"({"extra":{"/user":")" + key->hashRaw(uuid) + R"("}})");
    EXPECT_EQ(counts.usersHashed, 4);
    EXPECT_EQ(hashOf("meta", deep).meta, deep) << "a second pass changes nothing";
    EXPECT_EQ(counts.usersHashed, 4);
    EXPECT_EQ(read(lineWith("user_id", '"' + uuid + '"')).userIdHash, uuid) << "no key: as ever";
}

TEST_F(DecoderPrivacy, HashesUsers) {
    const auto bob = sha256Hex("bob").substr(0, 16);
    EXPECT_EQ(read(lineWith("user_id_hash", R"("00112233445566FF")")).userIdHash, "00112233445566FF");
    EXPECT_EQ(counts.usersHashed, 0);
    EXPECT_EQ(read(lineWith("user_id_hash", R"("bob")")).userIdHash, bob);
    EXPECT_EQ(counts.usersHashed, 1);
    EXPECT_EQ(read(lineWith("user_id", R"("bob")")).userIdHash, bob);
    EXPECT_EQ(read(lineWith("user_id", "42")).userIdHash, sha256Hex("42").substr(0, 16));
    EXPECT_EQ(counts.usersHashed, 3);
    EXPECT_EQ(read(lineWith("user_id", "null")).userIdHash, std::nullopt);
    EXPECT_EQ(read(lineWith("user_id", R"("")")).userIdHash, std::nullopt);
    const auto both = read(R"({"user_id":"carol",)" + lineWith("user_id_hash", R"("bob")").substr(1));
    EXPECT_EQ(both.userIdHash, bob);
    EXPECT_EQ(both.meta, "") << "a raw id is stored nowhere";
    EXPECT_EQ(counts.valuesDropped, 1);
}

TEST_F(DecoderPrivacy, KeepsUnknownKeysInMeta) {
    EXPECT_EQ(read(lineWith("region", R"({"a": [1.50, "x"]})")).meta,
              R"({"extra":{"/region":{"a":[1.50,"x"]}}})");
    EXPECT_EQ(read(lineWith("a/b~c", "null")).meta, R"({"extra":{"/a~1b~0c":null}})");
    EXPECT_EQ(
        read(R"({"k":"v","meta":{"extra":{"/old":1},"operation":"chat"},)" + lineWith("", "").substr(1)).meta,
        R"({"operation":"chat","extra":{"/old":1,"/k":"v"}})");
    EXPECT_EQ(read(R"({"k":"v","meta":{"extra":"odd"},)" + lineWith("", "").substr(1)).meta,
              R"({"extra":{"/meta/extra":"odd","/k":"v"}})");
    EXPECT_EQ(read(lineWith("meta", "{}")).meta, "");
    EXPECT_EQ(read(lineWith("meta", "null")).meta, "");
}

TEST_F(DecoderPrivacy, ProtectsPeopleInUnknownKeys) {
    const auto entry =
        read(R"({"user":"bob","client_ip":"192.0.2.7","headers":{"x":"y"},)" + lineWith("", "").substr(1));
    EXPECT_EQ(entry.meta, R"({"extra":{"/user":")" + sha256Hex("bob").substr(0, 16) + R"("}})");
    EXPECT_EQ(counts.usersHashed, 1);
    EXPECT_EQ(counts.valuesDropped, 2);
    EXPECT_EQ(read(lineWith("headers", R"({"x":"y"})")).meta, "") << "nothing is left of it";
}

} // namespace
} // namespace goldpan::ingest
