// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/review/corrections_file.h"
#include "core/store/entry_reader.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

using test::problemOf;
using test::shown;

class CorrectionsTest : public test::ReviewDesk {
protected:
    /// The counts as `read applied unchanged empty unknown`.
    static std::string counts(const Result<CorrectionsImportOutcome>& outcome) {
        if (!outcome) {
            return problemOf(outcome);
        }
        std::string out;
        for (const auto count : {outcome->texts.read, outcome->texts.applied, outcome->texts.unchanged,
                                 outcome->texts.empty, outcome->texts.unknown}) {
            out += (out.empty() ? "" : " ") + std::to_string(count);
        }
        return out;
    }
    Result<CorrectionsImportOutcome> import(std::string_view json, std::stop_token stop = {}) {
        return importTexts(*parseCorrections(json), stop);
    }
    Result<CorrectionsImportOutcome> importTexts(std::span<const RowText> texts, std::stop_token stop = {}) {
        CorrectionsImportOutcome outcome;
        const auto done = ana.importCorrections(texts, "/home/ana/gold.json", outcome, {}, stop);
        return done ? Result<CorrectionsImportOutcome>(outcome) : std::unexpected(done.error());
    }
    std::string exported() {
        EXPECT_TRUE(writeCorrections(store.store(), redact::Redactor(), store.dir().file("out.json")));
        return store.dir().read("out.json");
    }
};

TEST_F(CorrectionsTest, ImportSetsTheCorrectionAndNothingElse) {
    const auto a = store.add("a", {.tags = {"old"}});
    const auto b = store.add("b");
    store.add("c");
    ASSERT_TRUE(ana.saveDraft(a, "words"));
    ASSERT_TRUE(decide(ben, b, Decision::accept));

    const auto outcome = import(R"({"b": "B", "ghost": "x", "a": "A", "c": "", "other": null})");
    EXPECT_EQ(counts(outcome), "5 2 0 2 1");
    EXPECT_EQ(outcome->texts.unknownIds, std::vector<std::string>{"ghost"});
    EXPECT_EQ(outcome->act, ActId{2});
    EXPECT_EQ(store.shown(a), "corrected \"A\" by ana (operator) #old +ana \"words\"");
    EXPECT_EQ(store.shown(b), "corrected \"B\" by ana (operator)");
    const auto act = store.store().entries().history(std::nullopt, 1)->front().act;
    EXPECT_EQ(act.kind, ActKind::correctionsImport);
    EXPECT_EQ(act.detail, "gold.json") << "the file, not the folder";
}

TEST_F(CorrectionsTest, TheSameFileTwiceChangesNothing) {
    const auto a = store.add("a");
    store.add("b");
    ASSERT_TRUE(ana.correct(a, "A", CorrectionSource::modelDrafted));
    EXPECT_EQ(counts(import(R"({"a": "A", "b": "B"})")), "2 1 1 0 0");
    const auto again = import(R"({"a": "A", "b": "B"})");
    EXPECT_EQ(counts(again), "2 0 2 0 0");
    EXPECT_FALSE(again->act);
    EXPECT_EQ(store.shown(a), "corrected \"A\" by ana (model) #operator_review");
}

TEST_F(CorrectionsTest, PiiIsHeldBackAndNamed) {
    const auto a = store.add("a");
    store.add("b");
    constexpr const char* kFile = R"({"a": "mail jane@example.com", "b": "fine"})";
    EXPECT_EQ(import(kFile)->piiIds, std::vector<std::string>{"a"});
    EXPECT_EQ(store.shown(a), "corrected \"mail [EMAIL]\" by ana (operator, pii)");
    EXPECT_EQ(import(kFile)->piiIds, std::vector<std::string>{"a"}) << "still held back";

    ASSERT_TRUE(correct(ben, a, "mail [EMAIL]"));
    const auto after = import(kFile);
    EXPECT_EQ(counts(after), "2 0 2 0 0") << "who saved it by hand has the last word";
    EXPECT_TRUE(after->piiIds.empty());
}

TEST_F(CorrectionsTest, OneUndoTakesTheWholeFileBack) {
    const auto a = store.add("a");
    const auto b = store.add("b");
    ASSERT_TRUE(correct(ana, a, "first"));
    const auto before = store.shown(a);
    ASSERT_TRUE(import(R"({"a": "A", "b": "B"})"));
    EXPECT_EQ(shown(ana.undo()), "act 3: 2 changed, 0 skipped (corrections_import)");
    EXPECT_EQ(store.shown(a), before);
    EXPECT_EQ(store.shown(b), "unreviewed");
}

TEST_F(CorrectionsTest, ARowGivenTwiceGetsTheLastText) {
    const auto a = store.add("a");
    const std::vector<RowText> twice{{"a", "first"}, {"a", "last"}};
    EXPECT_EQ(counts(importTexts(twice)), "1 1 0 0 0");
    EXPECT_EQ(store.shown(a), "corrected \"last\" by ana (operator)");
    EXPECT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(a), "unreviewed");
}

TEST_F(CorrectionsTest, AStopBeforeTheFirstRowChangesNothing) {
    const auto a = store.add("a");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(counts(import(R"({"a": "A"})", stop.get_token())).starts_with("cancelled"));
    EXPECT_EQ(store.shown(a), "unreviewed");
}

TEST_F(CorrectionsTest, ExportWritesTheLessonsShapeInLogOrder) {
    EXPECT_EQ(exported(), "{}\n");
    const auto a = store.add("a");
    const auto b = store.add("b\"2");
    ASSERT_TRUE(decide(ana, store.add("c"), Decision::accept));
    ASSERT_TRUE(correct(ana, b, "second\n\xE6\x97\xA5"));
    ASSERT_TRUE(correct(ana, a, "first"));
    EXPECT_EQ(exported(), "{\n \"a\": \"first\",\n \"b\\\"2\": \"second\\n\xE6\x97\xA5\"\n}\n");
    EXPECT_EQ(counts(import(exported())), "2 0 2 0 0") << "and reads it back";
    EXPECT_FALSE(writeCorrections(store.store(), redact::Redactor(), store.dir().path()));
}

} // namespace
} // namespace goldpan::review
