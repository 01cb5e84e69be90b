// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an export that was stopped leaves, and who settles it. Kills at each step are in tests/process.
#include "core/base/sha256.h"
#include "core/exporting/batch_journal.h"
#include "core/exporting/journal_text.h"
#include "tests/store/support/export_desk.h"

#include <gtest/gtest.h>

namespace goldpan::exporting {
namespace {

using test::tagged;
using End = StoppedExport::End;

class StoppedExportTest : public test::ExportDesk {
protected:
    void SetUp() override {
        m_store.add({tagged("a", {"t"})});
        correct("a", "gold");
        ran({}, file("x.jsonl"));
    }

    /// As a kill leaves it before the first file has its name.
    void stop(const std::string& store, std::int64_t batch = 99) {
        m_dir.write(".x.jsonl.tmp-1-0", "new");
        m_dir.write(".x.jsonl.manifest.json.tmp-1-0", "new manifest");
        auto journal = BatchJournal::take(manifest());
        ASSERT_TRUE(journal);
        ASSERT_TRUE(journal->write(pending(store, batch)));
    }

    static PendingBatch pending(const std::string& store, std::int64_t batch) {
        return {.store = store,
                .batch = batch,
                .manifestSha256 = sha256Hex("new manifest"),
                .files = {{".x.jsonl.tmp-1-0", "x.jsonl", sha256Hex("new"), ""},
                          {".x.jsonl.manifest.json.tmp-1-0", "x.jsonl.manifest.json",
                           sha256Hex("new manifest"), ""}},
                .stale = {{"x.validation.jsonl", sha256Hex("stale")}}};
    }

    [[nodiscard]] std::string manifest() const { return file("x.jsonl.manifest.json"); }
    End endOf(const Result<VerifyReport>& report) {
        EXPECT_TRUE(report && report->stopped);
        return report && report->stopped ? report->stopped->end : End{};
    }

    static constexpr auto kWhole = "x.jsonl x.jsonl.manifest.json";
};

TEST_F(StoppedExportTest, OfAnotherStoreThatIsThereWaitsForIt) {
    stop(m_dir.write("other.goldpan", ""));
    const auto before = listing();
    EXPECT_EQ(storeToAsk(file("x.jsonl")), file("other.goldpan"));
    const auto proved = verifyBatch(file("x.jsonl"), m_store.store());
    EXPECT_EQ(endOf(proved), End::waits);
    EXPECT_TRUE(proved->problems.empty()) << "the old batch is as it was";
    EXPECT_EQ(run({}, file("x.jsonl")).error().code, ErrorCode::refused);
    EXPECT_EQ(listing(), before);
    std::filesystem::remove(file("other.goldpan")); // nobody is left to ask
    EXPECT_EQ(endOf(verifyBatch(file("x.jsonl"))), End::waits);
    EXPECT_EQ(endOf(verifyBatch(file("x.jsonl"), m_store.store())), End::waits) << "its disk may come back";
    ran({}, file("x.jsonl"));
    EXPECT_EQ(listing(), kWhole);
    EXPECT_TRUE(verifyBatch(file("x.jsonl"), m_store.store())->problems.empty());
}

TEST_F(StoppedExportTest, IsUndoneWhereItsStoreWasBroughtBackToAnEarlierDay) {
    stop(m_store.path()); // a batch that it does not know
    EXPECT_EQ(endOf(verifyBatch(file("x.jsonl"), m_store.store())), End::undone);
    EXPECT_EQ(listing(), kWhole);
}

TEST_F(StoppedExportTest, IsFinishedByAnybodyOnceAFileHasItsName) {
    stop(file("nobody asks it.goldpan"));
    m_dir.write("x.validation.jsonl", "stale");
    std::filesystem::rename(file(".x.jsonl.tmp-1-0"), file("x.jsonl"));
    EXPECT_EQ(storeToAsk(file("x.jsonl")), "");
    (void)verifyBatch(file("x.jsonl")); // of such a manifest nothing is proved
    EXPECT_EQ(listing(), kWhole);
    EXPECT_EQ(text("x.jsonl") + text("x.jsonl.manifest.json"), "newnew manifest");
}

TEST_F(StoppedExportTest, IsUndoneWhereItsFilesAreGone) {
    stop(m_dir.write("other.goldpan", ""));
    std::filesystem::remove(file(".x.jsonl.tmp-1-0"));
    EXPECT_EQ(endOf(verifyBatch(file("x.jsonl"))), End::undone);
    EXPECT_EQ(listing(), std::string("other.goldpan ") + kWhole);
}

TEST_F(StoppedExportTest, GoesOnWithTheNextExportOfItsStore) {
    ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) -> Result<void> {
        const auto id = transaction.beginBatch({.manifestSha256 = sha256Hex("new manifest")}, {1});
        if (id) {
            stop(m_store.path(), id->value);
        }
        return id ? Result<void>{} : std::unexpected(id.error());
    }));
    ran({}, file("x.jsonl"));
    EXPECT_EQ(listing(), kWhole);
    EXPECT_TRUE(verifyBatch(file("x.jsonl"), m_store.store())->problems.empty());
}

TEST_F(StoppedExportTest, WhileAnExportRunsNobodyElseTouchesItsName) {
    stop(m_store.path());
    const auto before = listing();
    {
        const auto running = BatchJournal::takeIfThere(manifest());
        ASSERT_TRUE(running);
        EXPECT_FALSE(BatchJournal::takeIfThere(manifest()));
        EXPECT_FALSE(verifyBatch(file("x.jsonl"), m_store.store())->stopped);
        EXPECT_EQ(run({}, file("x.jsonl")).error().code, ErrorCode::busy);
        EXPECT_EQ(listing(), before);
    }
    EXPECT_TRUE(verifyBatch(file("x.jsonl"), m_store.store())->stopped);
}

TEST_F(StoppedExportTest, AJournalIsReadOnlyAsAnExportWritesIt) {
    const auto whole = pending("/s.goldpan", 7);
    EXPECT_EQ(pendingFromText(pendingText(whole)), whole);
    const auto text = pendingText(whole);
    EXPECT_FALSE(pendingFromText(std::string_view(text).substr(0, text.size() / 2))) << "torn";
    EXPECT_FALSE(pendingFromText(""));
    const auto isRead = [&](auto change) {
        auto other = whole;
        change(other);
        return pendingFromText(pendingText(other)).has_value();
    };
    EXPECT_FALSE(isRead([](auto& p) { p.files[0].name = "../x.jsonl"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.files[0].name = "y.jsonl"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.files[0].temp = "/etc/.x.jsonl.tmp-1"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.files[0].temp = ".x.jsonl.tmp-/../y"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.stale[0].name = "../validation"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.stale[0].name = "notes.txt"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.stale[0].name = "my-validation-notes.txt"; }));
    EXPECT_FALSE(isRead([](auto& p) { p.stale[0].name = "y.validation.jsonl"; }));
    EXPECT_TRUE(isRead([](auto& p) { p.stale[0].name = "x.validation.jsonl.gz"; }));
}

} // namespace
} // namespace goldpan::exporting
