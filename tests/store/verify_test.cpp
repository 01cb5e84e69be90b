// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A batch against its manifest.
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/manifest_seal.h"
#include "tests/store/support/export_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using test::entry;
using test::tagged;
using Json = nlohmann::ordered_json;

class Verify : public test::ExportDesk {};

TEST_F(Verify, VerifyProvesABatchAndFindsDamage) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "gold");
    correct("b", "gold");
    ran({}, file("x.jsonl"));
    ran({}, file("y.jsonl.gz"));
    ran({}, file("out/"));
    const auto problems = [&](std::string_view name) {
        const auto report = verifyBatch(file(name));
        EXPECT_TRUE(report) << name;
        return report ? report->problems : std::vector<std::string>{"no report"};
    };
    for (const auto* name : {"x.jsonl", "x.jsonl.manifest.json", "y.jsonl.gz", "out/", "out",
                             "out/manifest.json", "out/data/train.jsonl"}) {
        EXPECT_TRUE(problems(name).empty()) << name;
    }
    std::string damaged = text("x.jsonl");
    damaged[20] = '#';
    m_dir.write("x.jsonl", damaged);
    EXPECT_EQ(problems("x.jsonl"), std::vector<std::string>{"x.jsonl: its SHA-256 is not the manifest's"});
    m_dir.write("y.jsonl.gz", text("y.jsonl.gz").substr(0, 30));
    EXPECT_EQ(problems("y.jsonl.gz").size(), 3U) << "bytes, hash, compression";
    std::filesystem::remove(file("out/data/train.jsonl"));
    EXPECT_EQ(problems("out/").size(), 1U);
    EXPECT_EQ(verifyBatch(file("none.jsonl")).error().code, ErrorCode::notFound);
    m_dir.write("x.jsonl.manifest.json", "{}");
    EXPECT_EQ(verifyBatch(file("x.jsonl")).error().code, ErrorCode::corrupt);
}

TEST_F(Verify, ThePathIsAFileOfTheBatch) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "gold");
    correct("b", "gold");
    ran({}, file("x.jsonl"));
    ran({}, file("x.jsonl.gz")); // and with it x.jsonl.manifest.json
    EXPECT_TRUE(verifyBatch(file("x.jsonl.gz"))->problems.empty());
    const std::vector<std::string> other{"x.jsonl: the manifest names x.jsonl.gz, not this file"};
    EXPECT_EQ(verifyBatch(file("x.jsonl"))->problems, other);
    std::filesystem::remove(file("x.jsonl"));
    EXPECT_EQ(verifyBatch(file("x.jsonl"))->problems, other) << "nor one that is not there";

    ran({.splitShare = 0.5}, file("y.jsonl.gz"));
    EXPECT_TRUE(verifyBatch(file("y.validation.jsonl.gz"))->problems.empty());
    EXPECT_EQ(verifyBatch(file("y.validation.jsonl"))->problems.size(), 1U);
    ran({.splitShare = 0.5}, file("out/"));
    EXPECT_TRUE(verifyBatch(file("out/data/../data//validation.jsonl"))->problems.empty());
}

TEST_F(Verify, VerifyStaysInsideTheFolderOfTheManifest) {
    m_dir.write(
        "x.jsonl.manifest.json",
        R"({"manifest_version":1,"rows":0,"files":[{"path":"../x","rows":0,"bytes":0,"sha256":""}]})");
    const auto report = verifyBatch(file("x.jsonl"));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->problems.at(0), "the manifest has no SHA-256 of its own, so nothing proves it");
    EXPECT_EQ(report->problems.at(1), "../x: the manifest names a file outside its folder");
}

TEST_F(Verify, AManifestThatWasChangedIsTold) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    ran({}, file("x.jsonl"));
    const std::string whole = text("x.jsonl.manifest.json");
    EXPECT_TRUE(verifyBatch(file("x.jsonl"))->problems.empty());
    const auto problems = [&](const std::string& manifest) {
        m_dir.write("x.jsonl.manifest.json", manifest);
        const auto report = verifyBatch(file("x.jsonl"));
        EXPECT_TRUE(report);
        return report ? report->problems.size() : 0;
    };
    const auto replaced = [&](std::string_view what, std::string_view with) {
        std::string out = whole;
        const auto at = out.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return out.replace(at, what.size(), with);
    };
    EXPECT_EQ(
        problems(replaced("\"low_confidence_logprob\": \"-3.0\"", "\"low_confidence_logprob\": \"-2.0\"")),
        1U);
    EXPECT_EQ(problems(replaced("\"rules_hash\": \"", "\"rules_hash\": \"0")), 1U);
    EXPECT_EQ(problems(Json::parse(whole).dump()), 1U) << "written anew";
    EXPECT_EQ(problems(whole + "\n"), 1U);
    Json bare = Json::parse(whole);
    bare.erase("manifest_sha256");
    EXPECT_EQ(problems(bare.dump(2) + "\n"), 1U) << "the seal was taken off";
    EXPECT_EQ(problems(whole), 0U);
}

TEST_F(Verify, ABatchMadeAnewIsToldByTheStore) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    const auto first = ran({}, file("x.jsonl"));
    ran({.exclude = {"identical"}}, file("y.jsonl")); // the same data by other settings
    const auto proven = verifyBatch(file("x.jsonl"), m_store.store());
    ASSERT_TRUE(proven);
    EXPECT_TRUE(proven->problems.empty());
    EXPECT_EQ(proven->batch, first.batch);
    std::string manifest = text("x.jsonl.manifest.json");
    const auto resealed = [&](std::string_view what, std::string_view with) {
        auto json = Json::parse(manifest);
        json.erase("manifest_sha256");
        std::string out = json.dump(2) + "\n";
        const auto at = out.find(what);
        EXPECT_NE(at, std::string::npos);
        m_dir.write("x.jsonl.manifest.json", sealed(out.replace(at, what.size(), with)));
    };
    resealed("\"invalid\": 0", "\"invalid\": 3");
    EXPECT_TRUE(verifyBatch(file("x.jsonl"))->problems.empty());
    EXPECT_EQ(
        verifyBatch(file("x.jsonl"), m_store.store())->problems,
        std::vector<std::string>{"the manifest is not the one that the store has recorded of this batch"});
    m_store.run("UPDATE export_batch SET manifest_sha256 = NULL"); // as an earlier version left it
    EXPECT_TRUE(verifyBatch(file("x.jsonl"), m_store.store())->problems.empty());
    resealed("\"filter\": \"\"", "\"filter\": \"is:draft\"");
    EXPECT_TRUE(verifyBatch(file("x.jsonl"))->problems.empty()) << "in itself it is whole";
    EXPECT_EQ(verifyBatch(file("x.jsonl"), m_store.store())->problems.size(), 1U);
    m_dir.write("x.jsonl", "{}\n");
    resealed(first.files.at(0).sha256, sha256Hex("{}\n"));
    manifest = text("x.jsonl.manifest.json");
    resealed("\"bytes\": " + std::to_string(first.files.at(0).bytes), "\"bytes\": 3");
    EXPECT_TRUE(verifyBatch(file("x.jsonl"))->problems.empty());
    EXPECT_EQ(verifyBatch(file("x.jsonl"), m_store.store())->problems,
              std::vector<std::string>{"the store has recorded no batch with these data"});
}

TEST_F(Verify, WhatIsAddedToABatchIsTold) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    ran({}, file("x.jsonl"));
    ran({}, file("out/"));
    m_dir.write("x.jsonl", text("x.jsonl") + text("x.jsonl")); // a row twice
    EXPECT_EQ(verifyBatch(file("x.jsonl"))->problems.size(), 3U) << "bytes, hash, rows";
    m_dir.write("out/data/.notes", "");
    EXPECT_TRUE(verifyBatch(file("out"))->problems.empty());
    m_dir.write("out/data/more.jsonl", "{}\n");
    EXPECT_EQ(verifyBatch(file("out"))->problems,
              std::vector<std::string>{"data/more.jsonl: the manifest does not name this file"});
}

TEST_F(Verify, WhatStandsBesideTheDataIsProvedToo) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    ran({.format = Format::sharegpt}, file("out/"));
    EXPECT_TRUE(verifyBatch(file("out"))->problems.empty());
    for (const auto* name : {"README.md", "dataset_info.json"}) {
        const std::string path = std::string("out/") + name;
        const std::string whole = text(path);
        EXPECT_EQ(verifyBatch(file("out"))->card, CardState::asWritten);
        m_dir.write(path, "#" + whole.substr(1));
        if (name == kCardName) { // whoever publishes the batch names its licence there
            EXPECT_TRUE(verifyBatch(file("out"))->problems.empty());
            EXPECT_EQ(verifyBatch(file("out"))->card, CardState::edited);
        } else {
            EXPECT_EQ(verifyBatch(file("out"))->problems,
                      std::vector<std::string>{std::string(name) + ": its SHA-256 is not the manifest's"});
        }
        std::filesystem::remove(file(path));
        EXPECT_EQ(verifyBatch(file("out"))->problems,
                  std::vector<std::string>{std::string(name) + ": the file is missing or cannot be read"});
        m_dir.write(path, whole);
    }
    EXPECT_TRUE(verifyBatch(file("out"))->problems.empty());
}

} // namespace
} // namespace goldpan::exporting
