// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of a stronger model: imported, offered, and named as what they are once somebody saves them.
#include "core/queue/queue_row.h"
#include "tests/store/support/review_desk.h"

#include <array>
#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

using test::problemOf;

class Suggestions : public test::ReviewDesk {
protected:
    std::string import(const std::vector<RowText>& texts) {
        const auto tally = ana.importSuggestions(texts);
        EXPECT_EQ(problemOf(tally), "");
        return std::to_string(tally->applied) + " " + std::to_string(tally->unchanged) + " " +
               std::to_string(tally->empty) + " " + std::to_string(tally->unknown);
    }
    [[nodiscard]] std::string suggestion(RowId row) {
        return store.store().entries().suggestion(row).value().value_or("-");
    }
    [[nodiscard]] std::string correction(RowId row) {
        const auto record = store.store().entries().read(row).value();
        return record.correction ? record.correction->text + " (" +
                                       std::string(correctionSourceName(record.correction->source)) + ", " +
                                       record.correction->operatorName + ")"
                                 : "-";
    }
};

TEST_F(Suggestions, AreRedactedAndReplacedAndNoAct) {
    const auto a = store.add("a");
    const auto b = store.add("b");
    EXPECT_EQ(import({{"a", "mail jane@example.com"}, {"b", ""}, {"x", "y"}, {"b", std::nullopt}}),
              "1 0 2 1");
    EXPECT_EQ(suggestion(a), "mail [EMAIL]");
    EXPECT_EQ(suggestion(b), "-");
    EXPECT_EQ(import({{"a", "mail jane@example.com"}}), "0 1 0 0") << "the same again";
    EXPECT_EQ(import({{"a", "first"}, {"a", "second"}}), "1 0 0 0") << "the last counts";
    EXPECT_EQ(suggestion(a), "second");
    EXPECT_TRUE(store.store().entries().history(std::nullopt, 0)->empty());
    const auto rows = store.store().queue().rows(std::array{a, b}).value();
    EXPECT_TRUE(rows[0].hasSuggestion);
    EXPECT_FALSE(rows[1].hasSuggestion);
}

TEST_F(Suggestions, ManyAreImportedInChunks) {
    std::vector<RowText> texts;
    (void)store.addMany(1000);
    for (int number = 0; number < 1000; ++number) {
        const std::string id = "r" + std::to_string(number);
        texts.push_back({id, "answer " + id});
    }
    EXPECT_EQ(import(texts), "1000 0 0 0");
}

TEST_F(Suggestions, SavedUnchangedAreTheModelsElseTheOperators) {
    const auto a = store.add("a");
    EXPECT_EQ(import({{"a", "mail jane@example.com"}}), "1 0 0 0");
    ASSERT_EQ(problemOf(ben.save(a, "mail [EMAIL]")), "");
    EXPECT_EQ(correction(a), "mail [EMAIL] (model, ben)");
    ASSERT_EQ(problemOf(ben.save(a, "mail [EMAIL]!")), "");
    EXPECT_EQ(correction(a), "mail [EMAIL]! (operator, ben)");
    const auto b = store.add("b");
    ASSERT_EQ(problemOf(ben.save(b, "words")), "");
    EXPECT_EQ(correction(b), "words (operator, ben)");
}

TEST_F(Suggestions, UndoGivesTheDraftBackAndTheSourceStays) {
    const auto a = store.add("a");
    EXPECT_EQ(import({{"a", "better"}}), "1 0 0 0");
    ASSERT_TRUE(ana.saveDraft(a, "better"));
    ASSERT_EQ(problemOf(ana.save(a, "better")), "");
    EXPECT_EQ(correction(a), "better (model, ana)");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(correction(a), "-");
    EXPECT_EQ(store.store().entries().drafts(a)->front().text, "better");
    EXPECT_EQ(suggestion(a), "better");
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(correction(a), "better (model, ana)");
}

} // namespace
} // namespace goldpan::review
