// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A batch that takes the place of another one: nothing of that one stays that would lie beside the new
// manifest.
#include "tests/store/support/export_desk.h"
#include "tests/support/as_nobody.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace goldpan::exporting {
namespace {

using test::tagged;

class ReplacedBatchTest : public test::ExportDesk {
protected:
    void fill() {
        m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
        correct("a", "gold");
        correct("b", "gold as well");
    }
};

TEST_F(ReplacedBatchTest, TheSecondFileOfASplitGoesWithTheSplit) {
    fill();
    ran({.splitShare = 0.5}, file("x.jsonl"));
    ran({.splitShare = 0.5}, file("out/"));
    EXPECT_EQ(listing(), "out out/README.md out/data out/data/train.jsonl out/data/validation.jsonl "
                         "out/manifest.json x.jsonl x.jsonl.manifest.json x.validation.jsonl");
    ran({}, file("x.jsonl"));
    ran({}, file("out/"));
    EXPECT_EQ(listing(), "out out/README.md out/data out/data/train.jsonl out/manifest.json x.jsonl "
                         "x.jsonl.manifest.json");
    EXPECT_TRUE(verifyBatch(file("out"))->problems.empty());
}

TEST_F(ReplacedBatchTest, TheListOfAnotherFormatGoes) {
    fill();
    ran({.format = Format::sharegpt}, file("out/"));
    EXPECT_TRUE(std::filesystem::exists(file("out/dataset_info.json")));
    ran({}, file("out/"));
    EXPECT_EQ(listing(), "out out/README.md out/data out/data/train.jsonl out/manifest.json");
}

TEST_F(ReplacedBatchTest, ACardThatSomebodyWroteIsSetAside) {
    fill();
    std::filesystem::create_directory(file("out"));
    m_dir.write("out/README.md", "theirs\n"); // before any batch
    ran({}, file("out/"));
    ran({}, file("out/")); // over a card as we wrote it: none more
    EXPECT_EQ(text("out/README.md.bak"), "theirs\n");
    m_dir.write("out/README.md", "license: mit\n");
    ran({}, file("out/"));
    EXPECT_EQ(text("out/README.md.bak"), "theirs\n");
    EXPECT_EQ(text("out/README.md.bak2"), "license: mit\n");
    EXPECT_EQ(listing(), "out out/README.md out/README.md.bak out/README.md.bak2 out/data "
                         "out/data/train.jsonl out/manifest.json");
    EXPECT_EQ(verifyBatch(file("out"))->card, CardState::asWritten);
}

TEST_F(ReplacedBatchTest, TheDataOfAnotherNameStays) {
    fill();
    ran({}, file("x.jsonl"));
    const auto before = text("x.jsonl");
    ran({}, file("x.jsonl.gz")); // has the same manifest
    EXPECT_EQ(listing(), "x.jsonl x.jsonl.gz x.jsonl.manifest.json");
    EXPECT_EQ(text("x.jsonl"), before);
}

TEST_F(ReplacedBatchTest, WhatIsNotAsTheManifestSaysStays) {
    fill();
    ran({.splitShare = 0.5}, file("x.jsonl"));
    ran({.splitShare = 0.5}, file("y.jsonl"));
    ran({.splitShare = 0.5}, file("z.jsonl"));
    m_dir.write("x.validation.jsonl", text("x.validation.jsonl") + "{}\n");    // somebody went on with it
    m_dir.write("y.jsonl.manifest.json", " " + text("y.jsonl.manifest.json")); // nothing to delete by
    std::filesystem::rename(file("z.validation.jsonl"), file("kept.jsonl"));
    std::filesystem::create_symlink(file("kept.jsonl"), file("z.validation.jsonl"));
    const auto before = listing();
    for (const auto* name : {"x.jsonl", "y.jsonl", "z.jsonl"}) {
        ran({}, file(name));
    }
    EXPECT_EQ(listing(), before);
}

TEST_F(ReplacedBatchTest, WhatGoesGoesWhenTheNewBatchIsPublishedAndNotBefore) {
    fill();
    ran({.splitShare = 0.5}, file("x.jsonl"));
    // Breaks off with the commit, as on a full disk.
    m_store.run("CREATE TABLE last(batch INTEGER REFERENCES export_batch(id) DEFERRABLE INITIALLY DEFERRED)");
    m_store.run("CREATE TRIGGER no AFTER UPDATE ON export_batch BEGIN INSERT INTO last VALUES(99); END");
    const auto before = listing() + text("x.jsonl") + text("x.jsonl.manifest.json");
    EXPECT_FALSE(run({}, file("x.jsonl")));
    EXPECT_EQ(listing() + text("x.jsonl") + text("x.jsonl.manifest.json"), before);
    EXPECT_TRUE(verifyBatch(file("x.jsonl"), m_store.store())->problems.empty());
}

TEST_F(ReplacedBatchTest, WhatCannotBeRemovedIsToldAndTheBatchIsThere) {
    if (::geteuid() != 0) {
        GTEST_SKIP() << "only root can make files of two owners";
    }
    constexpr uid_t kNobody = 65534;
    fill();
    ran({.splitShare = 0.5}, file("x.jsonl"));
    for (const auto* name : {"x.jsonl", "x.jsonl.manifest.json"}) {
        ASSERT_EQ(::chown(file(name).c_str(), kNobody, kNobody), 0);
    }
    using std::filesystem::perms; // sticky: in it nobody removes what others own
    std::filesystem::permissions(m_dir.path(), perms::all | perms::sticky_bit);
    std::filesystem::permissions(m_store.dir().path(), perms::all);
    std::filesystem::permissions(m_store.path(), perms::all);
    const auto done = test::asNobody(m_dir.path(), [&] { return run({}, file("x.jsonl")); });
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(done->leftBehind, std::vector{file("x.validation.jsonl")});
    EXPECT_EQ(batchCount(), "2");
    EXPECT_EQ(listing(), "x.jsonl x.jsonl.manifest.json x.validation.jsonl");
    EXPECT_TRUE(verifyBatch(file("x.jsonl"), m_store.store())->problems.empty());
}

TEST_F(ReplacedBatchTest, AnExportThatFailsTakesNothingAway) {
    fill();
    ran({.splitShare = 0.5}, file("x.jsonl"));
    const auto before = listing() + text("x.jsonl") + text("x.validation.jsonl");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(service().run({}, file("x.jsonl"), {}, stop.get_token()));
    m_store.run("CREATE TRIGGER no BEFORE UPDATE ON export_batch BEGIN SELECT RAISE(ABORT, 'no'); END");
    EXPECT_FALSE(run({}, file("x.jsonl")));
    EXPECT_EQ(listing() + text("x.jsonl") + text("x.validation.jsonl"), before);
}

} // namespace
} // namespace goldpan::exporting
