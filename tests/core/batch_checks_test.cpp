// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_checks.h"
#include "core/store/entry_reader.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <random>
#include <string>

namespace goldpan::exporting {
namespace {

struct Row {
    std::string id;
    std::string prompt;
    std::string correction;
    int minute = 0; ///< of the correction
    std::string response = "no";
    std::vector<Message> before{}; ///< turns in front of the prompt
    std::string tools{};
    std::optional<Message> rejected{};
    std::optional<bool> judged{}; ///< no correction: the response, and whether it is right
};

void add(BatchChecks& checks, const TaughtRow& row, const redact::Redactor& redactor) {
    const ComparedTexts texts = comparedTexts(row.conversation);
    const auto units = checks::unitsOf(texts.question);
    FactReader facts(checks.settings(), redactor);
    checks.add(row.record, facts.read(row, texts, units), askedQuestion(texts.question, units));
}

struct Desk {
    redact::Redactor redactor;
    CheckSettings settings;

    /// "id check other/where/span [excluded|kept]" a line.
    std::string told(const std::vector<Row>& rows) {
        BatchChecks checks(settings);
        std::int64_t number = 0;
        for (const Row& row : rows) {
            store::EntryRecord record{.id = RowId{++number}};
            record.entry.requestId = row.id;
            record.entry.response = row.response;
            const Timestamp at{row.minute * 60'000'000LL};
            if (row.judged) {
                record.entry.ts = at;
            } else {
                record.correction = Correction{.text = row.correction, .updatedAt = at};
            }
            std::vector<Message> turns = row.before;
            turns.push_back({.role = "user", .text = row.prompt});
            const Message answer{.role = "assistant", .text = row.judged ? row.response : row.correction};
            add(checks,
                {record, turns, answer, !row.judged, row.judged.value_or(true), row.tools,
                 row.rejected ? &*row.rejected : nullptr},
                redactor);
        }
        checks.finish();
        vain = checks.keptInVain();
        framed = checks.goldInFrames();
        std::vector<std::string> lines;
        for (const auto& found : checks.findings()) {
            lines.push_back(found.requestId + " " + std::string(rowCheckName(found.check)) + " " +
                            found.other + (found.where.empty() ? "" : "/" + found.where) +
                            (found.span.empty() ? "" : "/" + found.span) +
                            (found.excluded ? " excluded" : "") +
                            (found.keptFor.empty() ? "" : " kept: " + found.keptFor));
        }
        number = 0;
        for (const Row& row : rows) {
            const auto verdict = checks.verdict(RowId{++number});
            if (verdict.excluded) {
                lines.push_back(row.id + " out: " + std::string(rowCheckName(*verdict.excluded)));
            }
        }
        std::ranges::sort(lines);
        std::string out;
        for (const auto& line : lines) {
            out += line + "\n";
        }
        return out;
    }
    std::vector<std::string> vain;
    std::map<std::string, std::int64_t> framed; ///< gold cases
};

const std::string kLong =
    "please tell me in a few words how the tides come about and why there are two of them a day";

Row judged(const std::string& id, const std::string& prompt, const std::string& response, int minute,
           bool isRight) {
    return {.id = id, .prompt = prompt, .minute = minute, .response = response, .judged = isRight};
}

TEST(BatchChecks, TheNewestCorrectionStays) {
    Desk desk;
    desk.settings.excluding = {RowCheck::duplicate};
    EXPECT_EQ(
        desk.told({{"old", kLong, "a", 1}, {"new", kLong + " now", "b", 2}, {"same", kLong, "A ", 0}}),
        "old duplicate new excluded\nold out: duplicate\nsame duplicate new excluded\nsame out: duplicate\n");
}

TEST(BatchChecks, ARowThatIsLeftOutForSomethingElseKeepsNoOtherOut) {
    Desk desk;
    desk.settings.excluding = {RowCheck::duplicate, RowCheck::stopToken};
    EXPECT_EQ(desk.told({{"old", kLong, "a", 1}, {"new", kLong + " now", "b</s>", 2}}),
              "new duplicate old excluded\nnew out: duplicate\nnew stop_token /correction/</s> excluded\n");
}

TEST(BatchChecks, AConflictIsToldOfEveryRow) {
    Desk desk;
    EXPECT_EQ(desk.told({{"a", "How?", "so", 1}, {"b", "how?", "thus", 2}, {"c", "How?", "So", 3}}),
              "a conflict b\na duplicate c\nb conflict c\nc conflict b\n");
    desk.settings.excluding = {RowCheck::conflict};
    EXPECT_EQ(desk.told({{"a", "How?", "so", 1}, {"b", "how?", "thus", 2}}),
              "a conflict b excluded\na out: conflict\nb conflict a excluded\nb out: conflict\n");
}

TEST(BatchChecks, SayWhereAndWhat) {
    const checks::GoldIndex gold({{"g1", kLong, ""}});
    Desk desk;
    desk.settings.gold = &gold;
    desk.settings.maxTokens = 30;
    EXPECT_EQ(desk.told({{"a", "Who?", "Answer: " + kLong}}),
              "a contaminated g1/correction/please tell me in a few words how the tides come about and\n");
    EXPECT_EQ(desk.told({judged("e", "Who?", "Answer: " + kLong, 0, true)}),
              "e contaminated g1/response/please tell me in a few words how the tides come about and\n");
    EXPECT_EQ(desk.told({{"b", "Say no", "no"}}), "b identical \n");
    EXPECT_EQ(desk.told({{"c", "<|im_end|> what", "write to [ EMAIL ]", 0, "write to [EMAIL]"}}),
              "c broken_token /correction/[ EMAIL ]\nc stop_token /prompt/<|im_end|>\n");
    EXPECT_EQ(desk.told({{"d", "Who?",
                          std::string(40, 'x') + " y z 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o"}}),
              "d too_long \n");
}

TEST(BatchChecks, WhatFramesEveryRowIsNoContamination) {
    const checks::GoldIndex gold({{"g1", kLong, ""}, {"g2", "What is the capital of France?", ""}});
    Desk desk;
    desk.settings.gold = &gold;
    // Met in the frames of a few rows it is told, in those of many it is the product's, with a date in it or
    // not.
    std::vector<Row> rows;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
        rows.push_back({.id = id,
                        .prompt = "Who is " + std::string(id) + "?",
                        .correction = "me",
                        .before = {{.role = "system", .text = std::string("Now ") + id + ". " + kLong}}});
    }
    for (int plain = 0; plain < 10; ++plain) {
        rows.push_back({.id = "p" + std::to_string(plain),
                        .prompt = "What is " + std::to_string(plain) + "?",
                        .correction = "it"});
    }
    const std::string told = desk.told(rows);
    EXPECT_EQ(std::ranges::count(told, '\n'), 10);
    EXPECT_TRUE(told.starts_with("a contaminated g1/prompt/please tell me in a few words how the tides"))
        << told;
    EXPECT_TRUE(desk.framed.empty());
    rows.push_back({.id = "k",
                    .prompt = "And k?",
                    .correction = "me",
                    .before = {{.role = "developer", .text = kLong}}});
    EXPECT_EQ(desk.told(rows), "");
    EXPECT_EQ(desk.framed, (std::map<std::string, std::int64_t>{{"g1", 11}}));
    // A small batch has no ten: there it is the product's that most rows have.
    const std::vector<Row> few(rows.begin(), rows.begin() + 3);
    EXPECT_EQ(desk.told(few), "");
    EXPECT_EQ(desk.framed, (std::map<std::string, std::int64_t>{{"g1", 3}}));
    const std::string ofTwo = desk.told({rows[0], rows[1]});
    EXPECT_EQ(std::ranges::count(ofTwo, '\n'), 2) << "two rows show nothing";
    // A short gold prompt is met behind a system prompt, and as one turn of several.
    EXPECT_EQ(desk.told({{.id = "b",
                          .prompt = "What is the capital of France?",
                          .correction = "me",
                          .before = {{.role = "developer", .text = "Be brief."}}}}),
              "b contaminated g2/prompt/what is the capital of france\n");
    EXPECT_EQ(desk.told({{.id = "c",
                          .prompt = "And of Spain?",
                          .correction = "me",
                          .before = {{.role = "user", .text = "What is the capital of France?"},
                                     {.role = "assistant", .text = "Paris"}}}}),
              "c contaminated g2/prompt/what is the capital of france\n");
}

TEST(BatchChecks, ToolsAndTheRejectedAnswerCount) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
        text += "word ";
    }
    const Message rejected{.role = "assistant", .text = text};
    Desk desk;
    desk.settings.maxTokens = 30;
    EXPECT_EQ(desk.told({{.id = "a", .prompt = "Who?", .correction = "me"}}), "");
    EXPECT_EQ(desk.told({{.id = "a", .prompt = "Who?", .correction = "me", .tools = text}}), "a too_long \n");
    EXPECT_EQ(desk.told({{.id = "a", .prompt = "Who?", .correction = "me", .rejected = rejected}}),
              "a too_long \n");
    desk.settings.maxTokens = 60; // each answer has the context in front, not the other answer
    EXPECT_EQ(desk.told({{.id = "a", .prompt = "Who?", .correction = text, .rejected = rejected}}), "");
    EXPECT_EQ(desk.told({{.id = "a",
                          .prompt = "Who?",
                          .correction = "me",
                          .rejected = Message{.role = "assistant", .text = "I</s>"}}}),
              "a stop_token /rejected/</s>\n");
}

TEST(BatchChecks, RowsThatCallWithOtherArgumentsAreNoDuplicates) {
    const auto calling = [](const std::string& id, const std::string& arguments) {
        return Message{.role = "assistant",
                       .toolCalls = R"([{"id":")" + id +
                                    R"(","type":"function","function":{"name":"mail","arguments":")" +
                                    arguments + R"("}}])"};
    };
    Desk desk;
    EXPECT_EQ(
        desk.told({{.id = "a", .prompt = "again", .correction = "x", .before = {calling("1", "to Ann")}},
                   {.id = "b", .prompt = "again", .correction = "x", .before = {calling("2", "to Bob")}}}),
        "");
    EXPECT_EQ(
        desk.told({{.id = "a", .prompt = "again", .correction = "x", .before = {calling("1", "to Ann")}},
                   {.id = "b", .prompt = "again", .correction = "y", .before = {calling("2", "to Ann")}}}),
        "b duplicate a\n"); // the id of a call is drawn anew each time
}

TEST(BatchChecks, AnswersThatAreJudgedAreDuplicatesOnlyOfTheSameAnswerAndLabel) {
    Desk desk;
    desk.settings.lesson = Lesson::answer;
    EXPECT_EQ(desk.told({judged("old", kLong, "a", 1, true), judged("new", kLong + " now", "A ", 2, true)}),
              "old duplicate new\n");
    EXPECT_EQ(desk.told({judged("old", "Who?", "I</s>", 1, false), judged("new", "Who?", "I</s>", 2, false)}),
              "new stop_token /response/</s>\nold duplicate new\nold stop_token /response/</s>\n");
    // A correction stays before any response; what is wrong says nothing that what is right does.
    EXPECT_EQ(desk.told({{"corrected", kLong, "a", 1}, judged("accepted", kLong + " now", "a", 2, true)}),
              "accepted duplicate corrected\n");
    EXPECT_EQ(desk.told({judged("right", kLong, "a", 1, true), judged("wrong", kLong, "a", 2, false)}), "");
    // Of one question there may be more good answers than one, and more bad ones.
    EXPECT_EQ(desk.told({{"corrected", "Who?", "me", 1}, judged("accepted", "Who?", "you", 2, true)}), "");
    EXPECT_EQ(desk.told({judged("one", kLong, "a", 1, false), judged("other", kLong, "b", 2, false)}), "");
    EXPECT_EQ(desk.told({{.id = "a",
                          .prompt = "Who?",
                          .correction = "me",
                          .rejected = Message{.role = "assistant", .text = "you"}},
                         {.id = "b",
                          .prompt = "Who?",
                          .correction = "me",
                          .rejected = Message{.role = "assistant", .text = "they"}}}),
              "")
        << "each holds another wrong answer too";
}

TEST(BatchChecks, OneQuestionUnderTwoSystemPromptsIsTwoLessons) {
    const auto under = [](const std::string& id, const std::string& system, const std::string& correction) {
        return Row{.id = id,
                   .prompt = kLong,
                   .correction = correction,
                   .before = {{.role = "system", .text = system}}};
    };
    for (const Lesson lesson : {Lesson::question, Lesson::answer}) {
        Desk desk;
        desk.settings.lesson = lesson;
        EXPECT_EQ(desk.told({under("a", "Answer as JSON.", "{}"), under("b", "Answer in French.", "{}")}),
                  "");
        EXPECT_EQ(
            desk.told({under("a", "Today is 2026-06-12.", "x"), under("b", "Today is 2026-06-13.", "x")}),
            "b duplicate a\n")
            << "figures make no other product";
        const auto conflicts =
            desk.told({under("a", "Answer as JSON.", "{}"), under("b", "Answer as JSON.", "[]")});
        EXPECT_EQ(conflicts, "a conflict b\nb conflict a\n");
    }
    // Which answer a question has is decided by one correction, however often it was asked.
    Desk desk;
    EXPECT_EQ(desk.told({under("a", "Today is 2026-06-12.", "x"), under("b", "Today is 2026-06-13.", "y")}),
              "b duplicate a\n");
}

TEST(BatchChecks, AResponseThatCallsIsItsCall) {
    const auto calls = [](std::string arguments) {
        return Message{.role = "assistant",
                       .toolCalls = R"([{"id":"1","function":{"name":"f","arguments":")" +
                                    std::move(arguments) + R"("}}])"};
    };
    const std::vector<Message> turns{{.role = "user", .text = "Who?"}};
    const redact::Redactor redactor;
    BatchChecks checks({.maxTokens = 30});
    std::int64_t number = 0;
    for (const auto& answer : {calls("ann"), calls("bob"), calls("bob"), calls(std::string(400, '.'))}) {
        store::EntryRecord record{.id = RowId{++number}};
        record.entry.requestId = std::to_string(number);
        add(checks, {record, turns, answer, false}, redactor);
    }
    checks.finish();
    std::string told;
    for (const auto& found : checks.findings()) {
        told += found.requestId + " " + std::string(rowCheckName(found.check)) + " " + found.other + "\n";
    }
    EXPECT_EQ(told, "3 duplicate 2\n4 too_long \n");
}

TEST(BatchChecks, ARowIsKeptWithItsReason) {
    Desk desk;
    desk.settings.excluding = {RowCheck::duplicate, RowCheck::identical};
    desk.settings.keep = {{"old", "both are wanted"}, {"none", "x"}};
    EXPECT_EQ(desk.told({{"old", kLong, "no", 1}, {"new", kLong, "no", 2, ""}}),
              "old duplicate new kept: both are wanted\nold identical  kept: both are wanted\n");
    EXPECT_EQ(desk.vain, (std::vector<std::string>{"none"}));
}

TEST(BatchChecks, FindTheSameInAnyOrderOfRows) {
    std::mt19937 random(5);
    std::vector<Row> rows;
    for (int i = 0; i < 200; ++i) {
        std::string prompt;
        for (int word = 0; word < 40; ++word) {
            prompt += "w" + std::to_string(i / 4 * 50 + word + (random() % 60 == 0 ? 1000 : 0)) + " ";
        }
        rows.push_back(
            {"r" + std::to_string(i), prompt, std::to_string(random() % 2), static_cast<int>(random() % 5)});
    }
    Desk desk;
    desk.settings.excluding = {RowCheck::conflict};
    const std::string expected = desk.told(rows);
    EXPECT_NE(expected.find("duplicate"), std::string::npos);
    EXPECT_NE(expected.find("conflict"), std::string::npos);
    for (int i = 0; i < 3; ++i) {
        std::ranges::shuffle(rows, random);
        EXPECT_EQ(desk.told(rows), expected);
    }
}

} // namespace
} // namespace goldpan::exporting
