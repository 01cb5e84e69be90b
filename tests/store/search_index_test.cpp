// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The search index: built in steps, by any number of programs, and never to be noticed in an answer.
#include "core/queue/filter_parser.h"
#include "core/search/grams.h"
#include "core/store/search_index.h"
#include "tests/store/support/store_builder.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <random>
#include <thread>

namespace goldpan {
namespace {

using store::IndexState;
using test::entry;

std::vector<LogEntry> rows(int from, int count) {
    std::vector<LogEntry> out;
    for (int i = from; i < from + count; ++i) {
        out.push_back(entry("r" + std::to_string(i)));
    }
    return out;
}

std::string shown(test::StoreBuilder& store) {
    const auto status = store.store().searchIndex().status().value();
    return std::string(indexStateName(status.state)) + " " + std::to_string(status.covered) + " of " +
           std::to_string(status.rows);
}

/// Builds, and stops once `stretches` of them are there.
Result<store::IndexReport> build(store::Store& store, std::int64_t stretch = 1 << 14,
                                 int stretches = 1 << 30) {
    std::stop_source stop;
    return store.searchIndex().build(
        {.stretch = stretch, .rest = {}},
        [&](const Progress&) {
            if (--stretches == 0) {
                stop.request_stop();
            }
        },
        stop.get_token());
}

TEST(SearchIndex, GrowsFromMissingToReadyAndBehindAnImport) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    EXPECT_EQ(shown(store), "missing 0 of 10");
    const auto stopped = build(store.store(), 4, 1);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_EQ(shown(store), "building 4 of 10");
    EXPECT_EQ(store.store().upkeep().stats()->index.state, IndexState::building);
    EXPECT_EQ(build(store.store(), 4)->rows, 6) << "from where the last build ended";
    EXPECT_EQ(shown(store), "ready 10 of 10");
    EXPECT_EQ(build(store.store())->rows, 0);
    store.add(rows(10, 3));
    EXPECT_EQ(shown(store), "building 10 of 13");
    EXPECT_EQ(store.ids("\"of r12\""), "r12") << "rows that it does not cover are read";
    EXPECT_EQ(build(store.store())->rows, 3);
    EXPECT_EQ(shown(store), "ready 13 of 13");
    EXPECT_EQ(store.ids("\"of r1\""), "r1 r10 r11 r12");
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>());
}

TEST(SearchIndex, OfAnEmptyStoreIsReady) {
    test::StoreBuilder store;
    EXPECT_EQ(shown(store), "missing 0 of 0");
    ASSERT_TRUE(build(store.store()));
    EXPECT_EQ(shown(store), "ready 0 of 0");
    EXPECT_EQ(store.ids("refund"), "");
}

TEST(SearchIndex, SmallImportsLeaveFewSegments) {
    test::StoreBuilder store;
    for (int i = 0; i < 40; ++i) {
        store.add(rows(i, 1));
        ASSERT_TRUE(build(store.store(), 32));
    }
    EXPECT_EQ(shown(store), "ready 40 of 40");
    EXPECT_LE(std::stoi(store.query("SELECT count(*) FROM search_segment")), 1 + 4);
    EXPECT_EQ(store.query("SELECT count(*) FROM search_page WHERE NOT EXISTS(SELECT 1 FROM search_segment s "
                          "WHERE s.id = key >> 18)"),
              "0");
    EXPECT_EQ(store.ids("\"of r39\""), "r39");
    EXPECT_EQ(store.ids("\"of r3\"", "log"), "r3 r30 r31 r32 r33 r34 r35 r36 r37 r38 r39");
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>());
}

TEST(SearchIndex, IsDroppedAndLeavesNothing) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    const auto before = store.query("SELECT sql FROM sqlite_master ORDER BY name");
    ASSERT_TRUE(store.store().searchIndex().drop({}, {})) << "there is none: fine";
    ASSERT_TRUE(build(store.store(), 4));
    ASSERT_TRUE(store.store().searchIndex().drop({}, {}));
    EXPECT_EQ(shown(store), "missing 0 of 10");
    EXPECT_EQ(store.query("SELECT sql FROM sqlite_master ORDER BY name"), before);
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    ASSERT_TRUE(build(store.store(), 4));
    EXPECT_EQ(shown(store), "ready 10 of 10");
}

TEST(SearchIndex, AStoppedDropIsMissingAtOnceAndSweptOutLater) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(build(store.store(), 2));
    std::stop_source stop;
    const auto dropped =
        store.store().searchIndex().drop([&](const Progress&) { stop.request_stop(); }, stop.get_token());
    ASSERT_FALSE(dropped);
    EXPECT_EQ(shown(store), "missing 0 of 10");
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    EXPECT_NE(store.query("SELECT count(*) FROM search_page"), "0");
    ASSERT_TRUE(build(store.store(), 4, 1).error().code == ErrorCode::cancelled);
    EXPECT_EQ(store.query("SELECT count(DISTINCT key >> 18) FROM search_page"), "1")
        << "the old pages are gone";
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
}

TEST(SearchIndex, CountsForNothingWhereCaseWasFoldedInAnotherWay) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(build(store.store()));
    store.run("UPDATE search_state SET fold = fold + 1");
    EXPECT_EQ(shown(store), "missing 0 of 10");
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    EXPECT_EQ(build(store.store())->rows, 10);
    EXPECT_EQ(shown(store), "ready 10 of 10");
}

TEST(SearchIndex, IsBuiltAnewWhereGramsWereCutInAnotherWay) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(build(store.store()));
    const auto stored = store.query("SELECT fold FROM search_state");
    EXPECT_NE(stored, std::to_string(search::CaseFold::version())) << "more than how case is folded";
    for (const std::int64_t format : {search::kGramFormat - 1, search::kGramFormat + 1}) {
        const auto by = std::to_string(format - search::kGramFormat);
        store.run("UPDATE search_state SET fold = fold + " + by);
        store.run("UPDATE search_page SET data = x''"); // as good as pages that cannot be understood
        EXPECT_EQ(shown(store), "missing 0 of 10");
        EXPECT_EQ(store.ids("\"of r7\""), "r7");
        EXPECT_EQ(build(store.store())->rows, 10);
        EXPECT_EQ(store.query("SELECT fold FROM search_state"), stored);
        EXPECT_EQ(store.ids("\"of r7\""), "r7");
    }
}

TEST(SearchIndex, CheckFindsAGapAndRowsThatAreNotThere) {
    test::StoreBuilder store;
    store.add(rows(0, 12));
    ASSERT_TRUE(build(store.store(), 4));
    store.run("UPDATE search_segment SET last = 400 WHERE last = 12");
    EXPECT_NE(store.store().upkeep().check({})->at(0).find("rows that are not there"), std::string::npos);
    store.run("DELETE FROM search_segment WHERE first = 5");
    EXPECT_NE(store.store().upkeep().check({})->at(0).find("gap"), std::string::npos);
}

TEST(SearchIndex, NarrowsAlsoWhereManyRowsAreLeft) {
    test::StoreBuilder store;
    store.add(rows(0, 9'000));
    const std::vector<std::string> filters{
        "prompt", "prompt -\"of r7\"", "\"of r1\" OR \"of r2\" OR zzz", "/of r[1-9]7/", "-prompt", "zzz"};
    std::vector<std::string> expected;
    std::ranges::transform(filters, std::back_inserter(expected), [&](auto& f) { return store.ids(f); });
    ASSERT_FALSE(build(store.store(), 3'000, 2));
    ASSERT_EQ(shown(store), "building 6000 of 9000");
    for (std::size_t i = 0; i < filters.size(); ++i) {
        EXPECT_EQ(store.ids(filters[i]), expected[i]) << filters[i];
    }
    ASSERT_TRUE(build(store.store()));
    for (std::size_t i = 0; i < filters.size(); ++i) {
        EXPECT_EQ(store.ids(filters[i]), expected[i]) << filters[i];
    }
}

TEST(SearchIndex, IsBuiltByTwoProgramsAtOnce) {
    test::StoreBuilder store;
    store.add(rows(0, 400));
    std::atomic<std::int64_t> indexed = 0;
    {
        std::vector<std::jthread> builders;
        for (int i = 0; i < 3; ++i) {
            builders.emplace_back([&] {
                auto own = store.another();
                const auto report = build(*own, 7);
                ASSERT_TRUE(report) << report.error().message;
                indexed += report->rows;
            });
        }
    }
    EXPECT_EQ(shown(store), "ready 400 of 400");
    EXPECT_GE(indexed, 400);
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>());
    for (const int i : {0, 17, 399}) {
        const auto id = "r" + std::to_string(i);
        EXPECT_EQ(store.ids("prompt:/ of " + id + "$/"), id);
    }
    ASSERT_TRUE(build(store.store()));
    EXPECT_EQ(store.query("SELECT count(*) FROM search_page WHERE NOT EXISTS(SELECT 1 FROM search_segment s "
                          "WHERE s.id = key >> 18)"),
              "0");
}

TEST(SearchIndex, ABuilderStopsWhereTheIndexIsDroppedMeanwhile) {
    test::StoreBuilder store;
    store.add(rows(0, 20));
    bool dropped = false;
    const auto built =
        store.store().searchIndex().build({.stretch = 4, .rest = {}},
                                          [&](const Progress&) {
                                              if (!std::exchange(dropped, true)) {
                                                  EXPECT_TRUE(store.another()->searchIndex().drop({}, {}));
                                              }
                                          },
                                          {});
    ASSERT_FALSE(built);
    EXPECT_EQ(built.error().code, ErrorCode::refused);
    EXPECT_EQ(shown(store), "missing 0 of 20");
}

TEST(SearchIndex, IsDroppedByTwoProgramsAtOnce) {
    test::StoreBuilder store;
    store.add(rows(0, 100));
    for (int times = 0; times < 5; ++times) {
        ASSERT_TRUE(build(store.store(), 1));
        std::vector<std::jthread> programs;
        for (int i = 0; i < 3; ++i) {
            programs.emplace_back([&] {
                const auto dropped = store.another()->searchIndex().drop({}, {});
                EXPECT_TRUE(dropped) << dropped.error().message; // they want the same
            });
        }
        programs.clear();
        EXPECT_EQ(shown(store), "missing 0 of 100");
    }
}

TEST(SearchIndex, ABuilderSaysClearlyThatItsTablesWereDropped) {
    test::StoreBuilder store;
    store.add(rows(0, 6'000));
    for (int times = 0; times < 3; ++times) { // while it reads rows, which is most of its time
        std::jthread program([&] {
            const auto own = store.another();
            while (own->searchIndex().status()->state == IndexState::missing) {
                std::this_thread::yield();
            }
            EXPECT_TRUE(own->searchIndex().drop({}, {}));
        });
        if (const auto built = build(store.store()); !built) {
            EXPECT_EQ(built.error().code, ErrorCode::refused) << built.error().message;
        }
    }
    EXPECT_EQ(shown(store), "missing 0 of 6000");
}

// ---- the same answers -------------------------------------------------------------------------------------

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
    ASSERT_EQ(build(store.store(), 25, 2).error().code, ErrorCode::cancelled);
    ASSERT_EQ(shown(store), "building 50 of 90");
    expectSame("half built");
    ASSERT_TRUE(build(store.store(), 25));
    ASSERT_EQ(shown(store), "ready 90 of 90");
    expectSame("ready");
    ASSERT_TRUE(store.store().searchIndex().drop({}, {}));
    expectSame("dropped");
}

INSTANTIATE_TEST_SUITE_P(Random, SameAnswers, testing::Range(1U, 7U));

} // namespace
} // namespace goldpan
