// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Undo never loses words: drafts come back as they were, and what was typed since stays.
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

using test::problemOf;
using test::shown;

class UndoDrafts : public test::ReviewDesk {};

TEST_F(UndoDrafts, RestoresTheDraftThatTheActUsedUp) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "half a thought"));
    ASSERT_TRUE(correct(ana, row, "a thought"));
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"half a thought\"");
    ASSERT_TRUE(ana.redo());
    EXPECT_EQ(store.shown(row), "corrected \"a thought\" by ana (operator) #operator_review");
}

TEST_F(UndoDrafts, TakesTheDraftBackThatLeavingCorrectedMade) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(decide(ana, row, Decision::reopen));
    EXPECT_EQ(store.shown(row), "unreviewed #operator_review +ana \"better\"");
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review");
}

TEST_F(UndoDrafts, NeverOverwritesWordsTypedSince) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "old words"));
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "new words"));
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"new words\"");
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review +ana \"new words\"");
}

TEST_F(UndoDrafts, KeepsTheEditedDraftThatLeavingCorrectedMade) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(decide(ana, row, Decision::defer));
    ASSERT_TRUE(ana.saveDraft(row, "better still"));
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row),
              "corrected \"better\" by ana (operator) #operator_review +ana \"better still\"");
}

TEST_F(UndoDrafts, BringsBackTheDraftOfAnotherWindow) {
    const auto row = store.add("a");
    const auto typed = [&](std::string_view text, const DraftBasis& basis) {
        const auto saved = ana.saveDraft(row, text, basis);
        EXPECT_EQ(problemOf(saved), "");
        return saved && saved->replacedOther;
    };
    EXPECT_FALSE(typed("mine", {}));
    EXPECT_FALSE(typed("mine on", {"mine"}));
    EXPECT_FALSE(typed("mine on", {"mine"})) << "the same words";
    EXPECT_EQ(problemOf(ana.undo()).substr(0, 9), "not_found") << "none of it is an act";
    ASSERT_TRUE(ana.saveDraft(row, "of the other window"));
    EXPECT_TRUE(typed("mine on and on", {"mine on"}));
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"mine on and on\"");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"of the other window\"");
    ASSERT_EQ(problemOf(ana.dropDraft(row, DraftBasis{"mine on and on"})), "");
    EXPECT_EQ(store.shown(row), "unreviewed");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"of the other window\"");
}

TEST_F(UndoDrafts, RestoresTheDraftOfWhoActedNotOfWhoUndoes) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "words of ana"));
    ASSERT_TRUE(ben.saveDraft(row, "words of ben"));
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_EQ(problemOf(ben.undo(ActId{1})), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"words of ana\" +ben \"words of ben\"");
}

TEST_F(UndoDrafts, AnActOfWhichNothingIsLeftIsUndoneAllTheSame) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "old words"));
    ASSERT_TRUE(correct(ana, row, "better")) << "drops the draft and nothing else";
    ASSERT_TRUE(ana.saveDraft(row, "new words"));
    EXPECT_EQ(shown(ana.undo()), "act 3: 0 changed, 1 skipped (correct)");
    EXPECT_EQ(shown(ana.undo()), "act 4: 1 changed, 0 skipped (correct)") << "the next undo goes on";
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"new words\"");
}

TEST_F(UndoDrafts, AReplacedDraftComesBack) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "own words"));
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "own words", "a suggestion")), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"a suggestion\"");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"own words\"");
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"a suggestion\"");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"own words\"");
}

TEST_F(UndoDrafts, AReplacedDraftChangesPlacesWithWordsTypedSince) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "own words"));
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "own words", "a suggestion")), "");
    ASSERT_TRUE(ana.saveDraft(row, "a suggestion, better"));
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"own words\"");
    ASSERT_TRUE(ana.saveDraft(row, "own words, better"));
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"a suggestion, better\"");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"own words, better\"");
}

TEST_F(UndoDrafts, AReplacedDraftOfAnotherIsNotTypedOver) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "own words"));
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "own words", "a suggestion")), "");
    ASSERT_TRUE(ana.saveDraft(row, "a suggestion, better"));
    ASSERT_EQ(problemOf(ben.undo(ActId{1})), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"a suggestion, better\"");
}

TEST_F(UndoDrafts, AReplacedDraftIsRedactedAndGivesWayToTheResponse) {
    const auto row = store.add("a", {.response = "the answer"});
    ASSERT_TRUE(ana.saveDraft(row, "own words"));
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "own words", "write to bob@example.com")), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"write to [EMAIL]\"");
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "write to [EMAIL]", "the answer")), "");
    EXPECT_EQ(store.shown(row), "unreviewed");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"write to [EMAIL]\"");
}

TEST_F(UndoDrafts, WhatIsNoDraftYetIsKeptBeforeItIsReplaced) {
    const auto row = store.add("a", {.response = "the answer"});
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "typed just now", "a suggestion")), "");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"typed just now\"");
    ASSERT_EQ(problemOf(ana.replaceDraft(row, "the answer", "a suggestion")), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"a suggestion\"");
    EXPECT_TRUE(ana.nextRedo()) << "nothing was replaced: no act";
}

/// The draft was stored by older rules than those of the act that journals it.
TEST_F(UndoDrafts, DraftsAreJournalledByTheRulesOfToday) {
    redact::CustomRule rule;
    rule.name = "order numbers";
    rule.pattern = "AB-\\d{5}";
    rule.token = "[ORDER_NO]";
    const redact::Redactor stricter(redact::RuleSet().withRule(rule).value());
    ReviewService later(store.store(), stricter, clock, "ana");
    const auto inJournal = [this] {
        return store.query("SELECT count(*) FROM act_change WHERE aspect = 3 "
                           "AND (before LIKE '%AB-1%' OR after LIKE '%AB-1%')");
    };

    const auto saved = store.add("saved");
    ASSERT_TRUE(ana.saveDraft(saved, "order AB-12345"));
    ASSERT_TRUE(correct(later, saved, "order AB-12345, sent"));
    EXPECT_EQ(inJournal(), "0");
    ASSERT_TRUE(later.undo());
    EXPECT_EQ(store.shown(saved), "unreviewed +ana \"order [ORDER_NO]\"");
    ASSERT_TRUE(later.redo());
    EXPECT_EQ(store.shown(saved),
              "corrected \"order [ORDER_NO], sent\" by ana (operator, pii) #operator_review");

    const auto reopened = store.add("reopened");
    ASSERT_TRUE(correct(ana, reopened, "order AB-12345"));
    ASSERT_TRUE(decide(later, reopened, Decision::reopen));
    EXPECT_EQ(store.shown(reopened), "unreviewed #operator_review +ana \"order [ORDER_NO]\"");

    const auto replaced = store.add("replaced");
    ASSERT_TRUE(ana.saveDraft(replaced, "order AB-12345"));
    ASSERT_TRUE(later.saveDraft(replaced, "another", DraftBasis{"mine"}));
    EXPECT_EQ(inJournal(), "0");
    ASSERT_TRUE(later.undo());
    EXPECT_EQ(store.shown(replaced), "unreviewed +ana \"order [ORDER_NO]\"");

    // Done before the rule was there, and taken back after: what the journal had in clear stays there alone.
    const auto early = store.add("early");
    ASSERT_TRUE(ana.saveDraft(early, "order AB-12345"));
    ASSERT_TRUE(correct(ana, early, "sent"));
    const auto before = inJournal();
    ASSERT_TRUE(later.undo());
    EXPECT_EQ(store.shown(early), "unreviewed +ana \"order [ORDER_NO]\"");
    ASSERT_TRUE(later.redo());
    EXPECT_EQ(store.shown(early), "corrected \"sent\" by ana (operator) #operator_review");
    EXPECT_EQ(inJournal(), before);
}

} // namespace
} // namespace goldpan::review
