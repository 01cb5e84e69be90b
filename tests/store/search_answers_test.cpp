// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The search index is never to be noticed in an answer: random texts and filters, with it, without it and
// half built.
#include "core/queue/filter_parser.h"
#include "tests/store/support/index_steps.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace goldpan {
namespace {

using test::buildIndex;
using test::entry;
using test::indexStateOf;

class RandomTexts {
public:
    explicit RandomTexts(unsigned seed)
        : m_random(seed) {}

    std::size_t below(std::size_t end) { return m_random() % end; }

    const std::string& piece() {
        static const std::vector<std::string> kPieces{"refund",
                                                      "Refund",
                                                      "POLICY",
                                                      "the ",
                                                      "and ",
                                                      " ",
                                                      "order 17",
                                                      "a",
                                                      "b",
                                                      "\n",
                                                      "退款",
                                                      "政策",
                                                      "我们的",
                                                      "订单",
                                                      "，",
                                                      "한국어",
                                                      "カタカナ",
                                                      "👍",
                                                      "👨‍👩‍👧",
                                                      "ß",
                                                      "ẞ",
                                                      "straße",
                                                      "STRASSE",
                                                      "σοφός",
                                                      "ΣΟΦΌΣ",
                                                      "K",
                                                      "k",
                                                      "\u212A",
                                                      "ſ",
                                                      "s",
                                                      "İ",
                                                      "i",
                                                      "ı",
                                                      "ǅ",
                                                      "é",
                                                      "e\u0301",
                                                      std::string(1, '\0'),
                                                      "\u00A0",
                                                      "\"",
                                                      "\\",
                                                      "[EMAIL]",
                                                      "\U0002000B",
                                                      "\uFFFD",
                                                      "\uFEFF",
                                                      "Ⓐ",
                                                      "Ж",
                                                      "ж"};
        return kPieces[below(kPieces.size())];
    }

    std::string text() {
        std::string out;
        for (std::size_t left = below(14); left > 0; --left) {
            out += piece();
        }
        return out;
    }

    std::string word() {
        std::string out = piece();
        while (below(2) == 0) {
            out += piece();
        }
        return out;
    }

    queue::Filter term() {
        static constexpr queue::TextField kFields[] = {queue::TextField::any, queue::TextField::any,
                                                       queue::TextField::prompt, queue::TextField::response,
                                                       queue::TextField::correction};
        if (below(12) == 0) {
            return {.kind = queue::Filter::Kind::term,
                    .term = queue::SimilarTerm{"r" + std::to_string(below(90))}};
        }
        queue::TextTerm out{.field = kFields[below(5)], .text = word()};
        if (below(3) == 0) {
            out.regex = true;
            out.ignoreCase = below(2) == 0;
            out.text = re2Quoted(out.text) + (below(2) == 0 ? ".*" : "(x|") + re2Quoted(word());
            out.text += out.text.find("(x|") != std::string::npos ? ")?" : below(2) == 0 ? "+" : "";
            if (below(3) == 0) {
                out.text += "|" + re2Quoted(word());
            }
        }
        return {.kind = queue::Filter::Kind::term, .term = out};
    }

    queue::Filter filter(int depth = 0) {
        using Kind = queue::Filter::Kind;
        const auto kind = depth > 2 ? 0 : below(6);
        if (kind < 3) {
            return term();
        }
        if (kind == 3) {
            return {.kind = Kind::negation, .children = {filter(depth + 1)}};
        }
        queue::Filter out{.kind = kind == 4 ? Kind::conjunction : Kind::disjunction};
        for (auto left = 2 + below(2); left > 0; --left) {
            out.children.push_back(filter(depth + 1));
        }
        return out;
    }

private:
    static std::string re2Quoted(const std::string& text) {
        std::string out;
        for (const char c : text) {
            const auto special = std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos;
            out += special ? std::string("\\") + c : c == '\0' ? std::string("\\x00") : std::string(1, c);
        }
        return out;
    }

    std::mt19937 m_random;
};

std::string jsonQuoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c == '\0' ? "\\u0000" : c == '\n' ? "\\n" : std::string(1, c);
    }
    return out + "\"";
}

class SameAnswers : public testing::TestWithParam<unsigned> {
protected:
    void add(int from, int count) {
        std::vector<LogEntry> entries;
        for (int i = from; i < from + count; ++i) {
            auto row = entry("r" + std::to_string(i));
            row.prompt = texts.text();
            row.response = texts.text();
            if (texts.below(4) == 0) {
                row.messages = R"([{"role":"user","content":)" + jsonQuoted(texts.text()) +
                               R"(},{"role":"assistant","content":null,"reasoning_content":)" +
                               jsonQuoted(texts.text()) + "}]";
            }
            entries.push_back(row);
        }
        store.add(entries);
    }

    std::vector<RowId> answer(const queue::Filter& filter) {
        std::vector<RowId> out;
        const auto order =
            queue::Order{.key = texts.below(2) == 0 ? queue::OrderKey::ts : queue::OrderKey::log};
        const auto done = store.store().queue().select({.filter = filter, .order = order},
                                                       [&](std::span<const RowId> some) {
                                                           out.insert(out.end(), some.begin(), some.end());
                                                           return true;
                                                       },
                                                       {});
        EXPECT_TRUE(done) << done.error().message << " " << queue::filterToText(filter);
        std::ranges::sort(out);
        EXPECT_EQ(store.store().queue().count(filter, {}).value(), static_cast<std::int64_t>(out.size()));
        return out;
    }

    void expectSame(const char* when) {
        for (std::size_t i = 0; i < filters.size(); ++i) {
            EXPECT_EQ(answer(filters[i]), expected[i]) << when << ": " << queue::filterToText(filters[i]);
        }
    }

    RandomTexts texts{GetParam()};
    test::StoreBuilder store;
    std::vector<queue::Filter> filters;
    std::vector<std::vector<RowId>> expected;
};

TEST_P(SameAnswers, InEveryStateOfTheIndex) {
    add(0, 90);
    store.run("INSERT INTO correction SELECT id, 'the refund 退款 ' || id, 'ana', 0, 1, 1, 0 FROM entry "
              "WHERE id % 3 "
              "= 0");
    store.run("UPDATE entry SET state = 1 WHERE id % 3 = 0");
    std::size_t hits = 0;
    for (int i = 0; i < 120; ++i) {
        filters.push_back(texts.filter());
        expected.push_back(answer(filters.back()));
        hits += expected.back().empty() ? 0 : 1;
    }
    EXPECT_GT(hits, 60U) << "most filters find something";
    ASSERT_EQ(buildIndex(store.store(), 25, 2).error().code, ErrorCode::cancelled);
    ASSERT_EQ(indexStateOf(store), "building 50 of 90");
    expectSame("half built");
    ASSERT_TRUE(buildIndex(store.store(), 25));
    ASSERT_EQ(indexStateOf(store), "ready 90 of 90");
    expectSame("ready");
    ASSERT_TRUE(store.store().searchIndex().drop({}, {}));
    expectSame("dropped");
}

INSTANTIATE_TEST_SUITE_P(Random, SameAnswers, testing::Range(1U, 7U));

} // namespace
} // namespace goldpan
