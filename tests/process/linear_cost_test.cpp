// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a log holds, four times as much of it costs about four times as much of the processor. Where the
// cost grew with the square it would be sixteen times; far between them lies what is asked, and only of what
// takes long at all.
#include "tests/process/support/desk.h"

#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace goldpan::test {
namespace {

constexpr int kTimes = 4;
constexpr double kLeast = 0.3; ///< seconds; less tells nothing
constexpr int kTries = 3;

struct Row {
    int number = 0;
    std::string id = "r" + std::to_string(number);
    std::string model = "m";
    std::string prompt = "what is asked " + std::to_string(number);
    std::string more = {}; ///< members, with a comma before each
};

std::string lineOf(const Row& row) {
    return R"({"request_id": ")" + row.id + R"(", "ts": "2025-06-01T12:00:00Z", "model_version": ")" +
           row.model + R"(", "prompt": ")" + row.prompt + R"(", "response": "no")" + row.more + "}\n";
}

std::string repeated(std::string_view unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += unit;
    }
    return text;
}

std::string rowsOf(int rows, const std::function<Row(int)>& row) {
    std::string text;
    for (int i = 0; i < rows; ++i) {
        text += lineOf(row(i));
    }
    return text;
}

/// So many different members or elements, one after the other.
std::string numbered(int count, const std::function<std::string(const std::string&)>& each) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += (i == 0 ? "" : ", ") + each(std::to_string(i));
    }
    return text;
}

/// A log that was made to be slow: `size` of what it is named for, between two good rows.
struct Hostile {
    const char* name;
    int size;
    std::function<std::string(int)> log;
};

const Hostile kLogs[] = {
    {"one long line", 10'000'000, [](int size) { return lineOf({.prompt = repeated("word ", size / 5)}); }},
    {"one line of escapes", 2'000'000,
     [](int size) { return lineOf({.prompt = repeated("\\u4e00", size)}); }},
    {"one line of quotes", 4'000'000, [](int size) { return lineOf({.prompt = repeated("\\\"", size)}); }},
    {"blank lines", 1'000'000, [](int size) { return repeated("\n", size); }},
    {"spaces in a line", 10'000'000, [](int size) { return lineOf({.more = repeated(" ", size)}); }},
    {"lines that are no JSON", 50'000, [](int size) { return repeated("{bad\n", size); }},
    {"opening brackets", 10'000'000, [](int size) { return repeated("[", size) + "\n"; }},
    {"members inside of members", 500'000,
     [](int size) {
         return lineOf({.more = R"(, "meta": )" + repeated(R"({"a":)", size) + "1" + repeated("}", size)});
     }},
    {"a last line without an end", 10'000'000, [](int size) { return repeated("x", size); }},
    {"rows of one id", 40'000,
     [](int size) { return rowsOf(size, [](int i) { return Row{.number = i, .id = "same"}; }); }},
    {"as many models as rows", 20'000,
     [](int size) {
         return rowsOf(size, [](int i) { return Row{.number = i, .model = "m" + std::to_string(i)}; });
     }},
    {"as many tags as rows", 20'000,
     [](int size) {
         return rowsOf(size, [](int i) {
             return Row{.number = i, .more = R"(, "tags": ["t)" + std::to_string(i) + R"("])"};
         });
     }},
    {"as many other members as rows", 20'000,
     [](int size) {
         return rowsOf(
             size, [](int i) { return Row{.number = i, .more = R"(, "k)" + std::to_string(i) + R"(": 1)"}; });
     }},
    {"a row of many tags", 40'000,
     [](int size) {
         return lineOf({.more = R"(, "tags": [)" +
                                numbered(size, [](const auto& i) { return "\"t" + i + '"'; }) + ']'});
     }},
    {"a row of many messages", 40'000,
     [](int size) {
         return lineOf(
             {.more = R"(, "messages": [)" +
                      numbered(size,
                               [](const auto& i) { return R"({"role": "user", "content": ")" + i + "\"}"; }) +
                      ']'});
     }},
    {"a row of many members", 40'000,
     [](int size) {
         return lineOf({.more = ", " + numbered(size, [](const auto& i) { return "\"k" + i + "\": 1"; })});
     }},
    {"the same member again and again", 40'000,
     [](int size) { return lineOf({.more = repeated(R"(, "tags": ["a"])", size)}); }},
};

double secondsOfImport(const Hostile& hostile, int size) {
    const Desk desk;
    const auto log =
        desk.dir.write("a.jsonl", lineOf({.id = "before"}) + hostile.log(size) + lineOf({.id = "after"}));
    const auto end = Desk::run({"import", desk.store, log});
    EXPECT_EQ(end.exit, 0) << hostile.name << end.err;
    EXPECT_GE(desk.rows(), 1) << hostile.name;
    return end.cpuSeconds;
}

/// Whether four times as much is not far dearer; what is done once for any size counts with the smaller.
bool isLinear(const std::function<double(int)>& seconds, int size) {
    for (int i = 0; i < kTries; ++i) {
        const double many = seconds(size);
        if (many < kLeast || many < 2.5 * kTimes * seconds(size / kTimes)) {
            return true;
        }
    }
    return false;
}

TEST(LinearCost, OfAnImportWhateverTheLogHolds) {
    for (const auto& hostile : kLogs) {
        EXPECT_TRUE(isLinear([&](int size) { return secondsOfImport(hostile, size); }, hostile.size))
            << hostile.name;
    }
}

/// What each row of a batch asks and what it is answered.
struct Batch {
    const char* name;
    std::function<std::pair<std::string, std::string>(int)> row;
};

/// A sentence of words that nothing else has, a word of which is another in each row.
std::string nearly(int row) {
    std::string text;
    for (int word = 0; word < 60; ++word) {
        text += word == row % 60 ? "other" + std::to_string(row) : "word" + std::to_string(word);
        text += ' ';
    }
    return text;
}

/// Words of which the next row has all but the first.
std::string shifted(int row) {
    std::string text;
    for (int word = 0; word < 60; ++word) {
        text += "word" + std::to_string(row / 3 + word) + ' ';
    }
    return text;
}

/// So few words that each three of them stand in very many other questions too.
std::string ofFewWords(int row) {
    std::minstd_rand random(static_cast<unsigned>(row) + 1);
    std::string text;
    for (int word = 0; word < 20; ++word) {
        text += "word" + std::string(1, static_cast<char>('a' + random() / 1000 % 4)) + ' ';
    }
    return text;
}

const Batch kBatches[] = {
    {"one question", [](int row) { return std::pair("the one question", std::to_string(row)); }},
    {"one answer", [](int row) { return std::pair("what is " + std::to_string(row), "the one answer"); }},
    {"questions of which each is near every other",
     [](int row) { return std::pair(nearly(row), std::to_string(row)); }},
    {"questions of few words", [](int row) { return std::pair(ofFewWords(row), std::to_string(row)); }},
    {"questions of which each is near the next",
     [](int row) { return std::pair(shifted(row), std::to_string(row)); }},
};

double secondsOfExport(const Batch& batch, int rows) {
    const Desk desk;
    std::string log;
    std::string gold;
    nlohmann::json corrections;
    for (int i = 0; i < rows; ++i) {
        const auto [prompt, answer] = batch.row(i);
        const Row row{.number = i, .prompt = prompt, .more = R"(, "tags": ["user_negative"])"};
        log += lineOf(row);
        corrections[row.id] = answer;
        gold += nlohmann::json{{"prompt", prompt}, {"answer", answer}}.dump() + "\n";
    }
    Desk::done({"import", desk.store, desk.dir.write("a.jsonl", log)});
    Desk::done({"corrections", desk.store, "import", desk.dir.write("c.json", corrections.dump())});
    const auto end = Desk::run({"export", desk.store, "--out", desk.dir.file("x.jsonl"), "--gold",
                                desk.dir.write("gold.jsonl", gold), "--max-tokens", "100", "--split", "0.1"});
    EXPECT_EQ(end.exit, 0) << batch.name << end.err;
    EXPECT_EQ(end.json()["rows"], rows) << batch.name;
    return end.cpuSeconds;
}

TEST(LinearCost, OfAnExportHoweverItsRowsAreAlike) {
    constexpr int kRows = 8'000;
    for (const auto& batch : kBatches) {
        EXPECT_TRUE(isLinear([&](int rows) { return secondsOfExport(batch, rows); }, kRows)) << batch.name;
    }
}

} // namespace
} // namespace goldpan::test
