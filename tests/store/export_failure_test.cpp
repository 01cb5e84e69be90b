// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An export that writes nothing, or cannot: the files that were there stay.
#include "core/base/files.h"
#include "core/store/reredaction.h"
#include "tests/store/support/export_desk.h"
#include "tests/support/as_nobody.h"

#include <gtest/gtest.h>

namespace goldpan::exporting {
namespace {

using test::tagged;

using std::filesystem::perms;

/// Everybody may look into it, nobody may make a file in it.
constexpr perms kReadOnly = perms::owner_read | perms::owner_exec | perms::group_read | perms::group_exec |
                            perms::others_read | perms::others_exec;

class ExportFailure : public test::ExportDesk {};

TEST_F(ExportFailure, DryRunCountsTheSameAndWritesNothing) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "response of a");
    const auto dry = ExportService(m_store.store(), m_redactor, m_clock).dryRun({});
    ASSERT_TRUE(dry);
    EXPECT_EQ(listing(), "");
    EXPECT_EQ(batchCount(), "0");
    const auto real = ran({}, file("x.jsonl"));
    EXPECT_EQ(dry->rows, real.rows);
    EXPECT_EQ(dry->excluded, real.excluded);
    EXPECT_EQ(dry->warned, real.warned);
    EXPECT_FALSE(dry->batch);
}

TEST_F(ExportFailure, FailureLeavesTheOldFilesAndNoBatch) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    m_dir.write("x.jsonl", "old data");
    m_dir.write("x.jsonl.manifest.json", "old manifest");
    const std::string before = listing();
    const auto unchanged = [&] {
        return text("x.jsonl") == "old data" && text("x.jsonl.manifest.json") == "old manifest" &&
               listing() == before && batchCount() == "0";
    };
    EXPECT_EQ(run({.filterText = "foo:bar"}, file("x.jsonl")).error().code, ErrorCode::badFilter);
    EXPECT_TRUE(unchanged());
    EXPECT_EQ(run({.filterText = "foo:bar"}, file("new/")).error().code, ErrorCode::badFilter);
    EXPECT_TRUE(unchanged()) << "the folder it made is gone again";
    std::stop_source stop;
    stop.request_stop();
    const auto stopped =
        ExportService(m_store.store(), m_redactor, m_clock).run({}, file("x.jsonl"), {}, stop.get_token());
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_TRUE(unchanged());
    EXPECT_EQ(run({}, file("none/x.jsonl")).error().code, ErrorCode::notFound);
    EXPECT_EQ(run({}, m_dir.path()).error().code, ErrorCode::unwritable);
    EXPECT_TRUE(unchanged());
}

TEST_F(ExportFailure, ManifestThatCannotBeWrittenStopsTheData) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    m_dir.write("x.jsonl", "old data");
    std::filesystem::create_directory(file("x.jsonl.manifest.json"));
    EXPECT_EQ(run({}, file("x.jsonl")).error().code, ErrorCode::unwritable);
    EXPECT_EQ(text("x.jsonl"), "old data");
    EXPECT_EQ(listing(), "x.jsonl x.jsonl.manifest.json");
    EXPECT_EQ(batchCount(), "0");
}

TEST_F(ExportFailure, BusyStoreLeavesTheOldFiles) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    m_dir.write("x.jsonl", "old data");
    const auto other = m_store.another();
    ASSERT_TRUE(other->writes().transact([&](store::WriteTransaction&) -> Result<void> {
        EXPECT_EQ(run({}, file("x.jsonl")).error().code, ErrorCode::busy);
        return {};
    }));
    EXPECT_EQ(text("x.jsonl"), "old data");
    EXPECT_EQ(listing(), "x.jsonl");
}

TEST_F(ExportFailure, WhatAKillWouldLeaveIsListedWhileItIsWritten) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    const auto copies = [&] { return *m_store.store().reredaction().oldCopies(); };
    bool seen = false;
    const auto look = [&](const Progress&) {
        const auto listed = copies();
        ASSERT_EQ(listed.size(), 1U);
        EXPECT_EQ(listed[0].kind, store::CopyKind::batch);
        EXPECT_EQ(listed[0].path, file("x.jsonl"));
        EXPECT_FALSE(listed[0].isComplete);
        EXPECT_FALSE(listed[0].batch);
        seen = listing().starts_with(".x.jsonl.manifest.json.pending .x.jsonl.tmp-");
    };
    ExportService exports(m_store.store(), m_redactor, m_clock);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(exports.run({}, file("x.jsonl"), look, stop.get_token()));
    EXPECT_TRUE(seen);
    EXPECT_TRUE(copies().empty()) << "nothing is left of it";
    ASSERT_TRUE(exports.run({}, file("x.jsonl"), look, {}));
    ASSERT_EQ(copies().size(), 1U) << "once, as the batch";
    EXPECT_TRUE(copies()[0].isComplete && copies()[0].batch);
}

TEST_F(ExportFailure, UnwritableFolderIsAnError) {
    m_store.add({tagged("a", {"t"})});
    std::filesystem::create_directory(file("locked"));
    std::filesystem::permissions(file("locked"), kReadOnly);
    const auto done = test::asNobody(m_dir.path(), [&] { return run({}, file("locked/x.jsonl")); });
    EXPECT_EQ(done.error().code, ErrorCode::unwritable);
    std::filesystem::permissions(file("locked"), std::filesystem::perms::owner_all);
}

} // namespace
} // namespace goldpan::exporting
