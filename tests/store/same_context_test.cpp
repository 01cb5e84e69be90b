// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that were asked the same: found byte for byte among the untouched ones, and corrected as one act.
#include "core/review/context_index.h"
#include "tests/store/support/review_desk.h"

namespace goldpan {
namespace {

using review::ContextIndex;
using review::Decision;
using test::shown;

class SameContext : public test::ReviewDesk {
protected:
    RowId ask(std::string_view id, std::string_view prompt, std::string_view messages = {}) {
        LogEntry entry = test::entry(id);
        entry.prompt = prompt;
        entry.messages = messages;
        store.StoreBuilder::add({entry});
        return store.row(id);
    }
    /// Request ids of what the index finds, joined by spaces.
    std::string like(RowId row) {
        while (!index.readOn(store.store(), 2).value()) {
        }
        std::string out;
        const auto same = index.untouchedLike(store.store(), row, {}, {});
        EXPECT_TRUE(same->rest.empty());
        for (const RowId found : same->rows) {
            out += (out.empty() ? "" : " ") + store.store().entries().read(found)->entry.requestId;
        }
        return out;
    }

    ContextIndex index;
};

TEST_F(SameContext, IsByteForByte) {
    const RowId a = ask("a", "Where is my order?");
    ask("b", "Where is my order? ");
    ask("c", "Where is my order?");
    ask("d", "where is my order?");
    const RowId m = ask("m", "Where is my order?", R"([{"role":"system","content":"be kind"}])");
    ask("n", "another last turn", R"([{"role":"system","content":"be kind"}])");
    EXPECT_EQ(like(a), "c") << "messages win over the prompt";
    EXPECT_EQ(like(m), "n");
}

TEST_F(SameContext, LeavesOutWhatSomebodyHasTouched) {
    const RowId a = ask("a", "same");
    const RowId b = ask("b", "same");
    const RowId c = ask("c", "same");
    ask("d", "same");
    EXPECT_EQ(like(a), "b c d");
    ASSERT_TRUE(decide(ben, b, Decision::defer));
    ASSERT_TRUE(ben.saveDraft(c, "half a thought"));
    EXPECT_EQ(like(a), "d");
    ask("e", "same"); // came later
    EXPECT_EQ(like(a), "d e");
}

TEST_F(SameContext, OneCorrectionIsOneActForAllUntouchedRows) {
    const RowId a = ask("a", "same");
    const RowId b = ask("b", "same");
    const RowId c = ask("c", "same");
    const RowId d = ask("d", "same");
    ASSERT_TRUE(decide(ben, b, Decision::accept)); // between the offer and its use
    ASSERT_TRUE(ana.saveDraft(c, "other words"));
    EXPECT_EQ(shown(ana.correctUntouched(std::vector{a, b, c, d}, "Gold", CorrectionSource::operatorWritten)),
              "act 2: 2 changed, 2 skipped");
    EXPECT_EQ(store.shown(a), "corrected \"Gold\" by ana (operator) #operator_review");
    EXPECT_EQ(store.shown(b), "accepted");
    EXPECT_EQ(store.shown(c), "unreviewed +ana \"other words\"");
    EXPECT_EQ(store.shown(d), "corrected \"Gold\" by ana (operator) #operator_review");
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.shown(a), "unreviewed");
    EXPECT_EQ(store.shown(d), "unreviewed");
}

TEST_F(SameContext, ALookIsBoundedAndTheRestIsNamed) {
    const RowId a = ask("a", "same");
    std::vector<RowId> others;
    for (const char* id : {"b", "c", "d", "e"}) {
        others.push_back(ask(id, "same"));
    }
    ASSERT_TRUE(decide(ben, others[0], Decision::accept));
    const auto looked = [&](review::LookLimit limit) {
        const auto same = review::untouchedAmong(store.store(), a, others, limit, {});
        return std::to_string(same->rows.size()) + " found, " + std::to_string(same->rest.size()) + " left";
    };
    EXPECT_EQ(looked({.candidates = 1}), "0 found, 3 left");
    EXPECT_EQ(looked({.candidates = 2}), "1 found, 2 left");
    EXPECT_EQ(looked({.rows = 2}), "2 found, 1 left");
    EXPECT_EQ(looked({}), "3 found, 0 left");
}

TEST_F(SameContext, WhatIsUsedForAllKeepsItsSource) {
    const RowId a = ask("a", "same");
    const RowId b = ask("b", "same");
    const RowId c = ask("c", "same");
    ASSERT_TRUE(ben.importSuggestions(std::vector<review::RowText>{{"a", "Better"}}));
    ASSERT_TRUE(ana.save(a, "Better"));
    EXPECT_EQ(shown(ana.correctLike(a, "Better", {{b}, {c}})), "act 2: 2 changed, 0 skipped");
    EXPECT_EQ(store.shown(b), "corrected \"Better\" by ana (model) #operator_review");
    EXPECT_EQ(store.shown(c), "corrected \"Better\" by ana (model) #operator_review");
}

TEST_F(SameContext, WordsThatWereTakenBackAreNotUsed) {
    const RowId a = ask("a", "same");
    const RowId b = ask("b", "same");
    ASSERT_TRUE(correct(ana, a, "Gold"));
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(ana.correctLike(a, "Gold", {{b}, {}}).error().code, ErrorCode::conflict);
    ASSERT_TRUE(correct(ana, a, "Other"));
    EXPECT_EQ(ana.correctLike(a, "Gold", {{b}, {}}).error().code, ErrorCode::conflict);
    EXPECT_EQ(store.shown(b), "unreviewed");
}

TEST_F(SameContext, AnEmptyCorrectionIsRefused) {
    const RowId a = ask("a", "same");
    EXPECT_EQ(ana.correctUntouched(std::vector{a}, "", CorrectionSource::operatorWritten).error().code,
              ErrorCode::refused);
}

TEST_F(SameContext, TakingBackTellsHowFarItIs) {
    const std::vector<RowId> rows = store.addMany(5);
    ASSERT_TRUE(ana.decide(rows, Decision::discard));
    std::int64_t done = 0;
    ASSERT_TRUE(ana.undo(std::nullopt, {}, [&done](const Progress& progress) { done = progress.done; }));
    EXPECT_EQ(done, 5);
}

} // namespace
} // namespace goldpan
