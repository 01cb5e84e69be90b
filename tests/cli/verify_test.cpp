// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `verify`: the batch, its manifest, and the store that wrote it.
#include "tests/cli/cli_runner.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

class VerifyVerb : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(3))}).exit, 0);
        ASSERT_EQ(cli.run({"tag", cli.store, "add", "t", "r1", "r2"}).exit, 0);
        ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "gold"}).exit, 0);
    }
    std::string exported(const std::string& name) {
        EXPECT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file(name)}).exit, 0);
        return cli.dir.file(name);
    }
    CliRunner cli;
};

TEST_F(VerifyVerb, EveryKindOfBatchIsProvedAndDamageIsFound) {
    for (const std::string name : {"a.jsonl", "b.jsonl.gz", "folder/"}) {
        const auto path = exported(name);
        EXPECT_EQ(cli.run({"verify", path}).exit, 0) << name;
        EXPECT_THAT(cli.run({"verify", path, "--store", cli.store}).out, HasSubstr(" of the store\n"))
            << name;
    }
    std::string manifest = cli.dir.read("a.jsonl.manifest.json");
    cli.dir.write("a.jsonl.manifest.json", manifest.replace(manifest.find("\"rows\": 1"), 9, "\"rows\": 2"));
    const auto changed = cli.run({"verify", cli.dir.file("a.jsonl")});
    EXPECT_EQ(changed.exit, 1);
    EXPECT_THAT(changed.out, HasSubstr("the manifest is not as it was written"));
    std::filesystem::remove(cli.dir.file("folder/data/train.jsonl"));
    EXPECT_THAT(cli.run({"verify", cli.dir.file("folder")}).out, HasSubstr("the file is missing"));
}

TEST_F(VerifyVerb, AnEditedCardIsANoteAndNoDamage) {
    const auto path = exported("folder/");
    EXPECT_EQ(cli.json({"verify", path}).json()["card"], "as written");
    cli.dir.write("folder/README.md", "license: mit\n");
    const auto told = cli.run({"verify", path, "--store", cli.store});
    EXPECT_EQ(told.exit, 0);
    EXPECT_THAT(told.out, HasSubstr("note: the card, README.md, was edited since"));
    EXPECT_THAT(told.out, HasSubstr("The batch is as its manifest says."));
    const auto json = cli.json({"verify", path});
    EXPECT_EQ(json.exit, 0);
    EXPECT_EQ(json.keys(), "ok manifest files problems card");
    EXPECT_EQ(json.json()["card"], "edited");
}

TEST_F(VerifyVerb, APipeIsNoFileOfABatch) {
    const auto path = exported("folder/");
    for (const std::string name : {"README.md", "data/train.jsonl"}) {
        std::filesystem::remove(path + name);
        ASSERT_EQ(::mkfifo((path + name).c_str(), 0600), 0);
        const auto told = cli.run({"verify", path}); // nobody writes into it: to open it would last for ever
        EXPECT_EQ(told.exit, 1);
        EXPECT_THAT(told.out, HasSubstr(name + ": the file is missing or cannot be read"));
    }
}

TEST_F(VerifyVerb, TheStoreSaysWhichBatchItIs) {
    const auto path = exported("a.jsonl");
    const auto proven = cli.json({"verify", path, "--store", cli.store});
    EXPECT_EQ(proven.exit, 0);
    EXPECT_EQ(proven.keys(), "ok manifest files problems batch");
    EXPECT_EQ(proven.json()["batch"], 1);
    EXPECT_EQ(cli.json({"verify", path}).keys(), "ok manifest files problems");

    CliRunner other; // a store that never wrote it
    ASSERT_EQ(other.run({"import", other.store, other.dir.write("log.jsonl", miniLog(3))}).exit, 0);
    const auto strange = cli.json({"verify", path, "--store", other.store});
    EXPECT_EQ(strange.exit, 1);
    EXPECT_TRUE(strange.json()["batch"].is_null());
    EXPECT_EQ(cli.run({"verify", path, "--store", cli.dir.file("nosuch.goldpan")}).exit, 1);
}

} // namespace
} // namespace goldpan::test
