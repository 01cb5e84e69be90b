// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/filter_parser.h"

#include <gtest/gtest.h>
#include <random>

namespace goldpan::queue {
namespace {

Filter one(Term term) {
    return Filter{Filter::Kind::term, {}, std::move(term)};
}
Filter word(std::string text) {
    return one(TextTerm{TextField::any, false, true, std::move(text)});
}
Filter both(std::vector<Filter> children) {
    return Filter{Filter::Kind::conjunction, std::move(children)};
}
Filter either(std::vector<Filter> children) {
    return Filter{Filter::Kind::disjunction, std::move(children)};
}
Filter no(Filter inner) {
    return Filter{Filter::Kind::negation, {std::move(inner)}};
}

Filter parsed(std::string_view text) {
    auto filter = parseFilter(text);
    EXPECT_TRUE(filter) << text << ": " << (filter ? "" : filter.error().reason);
    return filter.value_or(Filter{});
}

/// What the error underlines, as "text|reason".
std::string mistakeIn(std::string_view text) {
    const auto filter = parseFilter(text);
    if (filter) {
        return "no mistake";
    }
    EXPECT_GE(filter.error().length, 1U);
    EXPECT_LE(filter.error().position + filter.error().length, text.size()) << text;
    return std::string(text.substr(filter.error().position, filter.error().length)) + "|" +
           filter.error().reason;
}

bool mentions(std::string_view text, std::string_view underlined, std::string_view reason) {
    const std::string found = mistakeIn(text);
    const bool good =
        found.starts_with(std::string(underlined) + "|") && found.find(reason) != std::string::npos;
    EXPECT_TRUE(good) << "in: " << text << "\nfound: " << found;
    return good;
}

TEST(FilterParser, EmptyTextIsEveryRow) {
    EXPECT_EQ(parsed(""), Filter{});
    EXPECT_EQ(parsed(" \t\n"), Filter{});
    EXPECT_EQ(filterToText(Filter{}), "");
}

TEST(FilterParser, ReadsEveryField) {
    EXPECT_EQ(parsed("tag:drift_window"), one(TagTerm{"drift_window"}));
    EXPECT_EQ(parsed("tag:none"), one(NoTagTerm{}));
    EXPECT_EQ(parsed("is:low-confidence"), one(IsTerm{IsRule::lowConfidence}));
    EXPECT_EQ(parsed("is:flagged"), one(IsTerm{IsRule::flagged}));
    EXPECT_EQ(parsed("is:draft"), one(IsTerm{IsRule::draft}));
    EXPECT_EQ(parsed("is:pii"), one(IsTerm{IsRule::pii}));
    EXPECT_EQ(parsed("state:deferred"), one(StateTerm{ReviewState::deferred}));
    EXPECT_EQ(parsed("model:qwen-*-v5"), one(ModelTerm{"qwen-*-v5"}));
    EXPECT_EQ(parsed("user:19b3a073130e295d"), one(UserTerm{"19b3a073130e295d"}));
    EXPECT_EQ(parsed("id:c1e8:b8(9"), one(IdTerm{"c1e8:b8(9"}));
    EXPECT_EQ(parsed("drift:last"), one(DriftTerm{0}));
    EXPECT_EQ(parsed("drift:2"), one(DriftTerm{2}));
    EXPECT_EQ(parsed("batch:7"), one(BatchTerm{7}));
    EXPECT_EQ(parsed("operator:\"Ann Lee\""), one(OperatorTerm{"Ann Lee"}));
    EXPECT_EQ(parsed("-similar:c1e8b892"), no(one(SimilarTerm{"c1e8b892"})));
    EXPECT_EQ(filterToText(parsed("similar:\"a b\"")), "similar:\"a b\"");
    EXPECT_EQ(parsed("logprob:none"), one(NoNumberTerm{NumberField::logprob}));
    EXPECT_EQ(parsed("latency:none"), one(NoNumberTerm{NumberField::latency}));
}

TEST(FilterParser, ComparesNumbers) {
    const auto logprob = [](Compare compare, double value) {
        return one(NumberTerm{NumberField::logprob, compare, value});
    };
    EXPECT_EQ(parsed("logprob<-3"), logprob(Compare::less, -3));
    EXPECT_EQ(parsed("logprob<=-3.5"), logprob(Compare::lessEqual, -3.5));
    EXPECT_EQ(parsed("logprob>-1e-3"), logprob(Compare::greater, -0.001));
    EXPECT_EQ(parsed("logprob=0"), logprob(Compare::equal, 0));
    EXPECT_EQ(parsed("latency>=2000"), one(NumberTerm{NumberField::latency, Compare::greaterEqual, 2000}));
}

TEST(FilterParser, ReadsTimesAsUtc) {
    const auto at = [](std::string_view text) { return *parseTimestamp(text); };
    EXPECT_EQ(parsed("after:2025-06-12"), one(TimeTerm{true, at("2025-06-12T00:00:00Z")}));
    EXPECT_EQ(parsed("before:2025-06-12T03:04:05"), one(TimeTerm{false, at("2025-06-12T03:04:05Z")}));
    EXPECT_EQ(parsed("before:2025-06-12T03:04:05.678901+02:00"),
              one(TimeTerm{false, at("2025-06-12T01:04:05.678901Z")}));
    EXPECT_EQ(parsed("after:\"2025-06-12 03:04\""), one(TimeTerm{true, at("2025-06-12T03:04:00Z")}));
}

TEST(FilterParser, LooksIntoTexts) {
    EXPECT_EQ(parsed("refund"), word("refund"));
    EXPECT_EQ(parsed("\"two words\""), word("two words"));
    EXPECT_EQ(parsed(R"("say \"hi\" \\o/")"), word(R"(say "hi" \o/)"));
    EXPECT_EQ(parsed("日本語"), word("日本語"));
    EXPECT_EQ(parsed("/ref(und|er) me/"), one(TextTerm{TextField::any, true, false, "ref(und|er) me"}));
    EXPECT_EQ(parsed("/a\\/b\\d/i"), one(TextTerm{TextField::any, true, true, "a/b\\d"}));
    EXPECT_EQ(parsed("prompt:word"), one(TextTerm{TextField::prompt, false, true, "word"}));
    EXPECT_EQ(parsed("response:/re/i"), one(TextTerm{TextField::response, true, true, "re"}));
    EXPECT_EQ(parsed("correction:\"x y\""), one(TextTerm{TextField::correction, false, true, "x y"}));
}

TEST(FilterParser, KeepsWordsAsTheyAre) {
    for (const std::string text : {"a-b", "1/2", "12:30", "<b>", "a=b", "x\"y\"", "it's", "*", "AND", "or",
                                   "ORacle", "NOTE", "logprob", "tag", ":x", "5%"}) {
        EXPECT_EQ(parsed(text), word(text));
    }
}

TEST(FilterParser, ValuesRunToSpaceOrParenthesis) {
    EXPECT_EQ(parsed("tag:a,b"), one(TagTerm{"a,b"})) << "one value a term";
    EXPECT_EQ(parsed("tag:\"a b\""), one(TagTerm{"a b"}));
    EXPECT_EQ(parsed("(tag:a)"), one(TagTerm{"a"}));
    EXPECT_EQ(parsed("model:/v5/"), one(ModelTerm{"/v5/"}));
    EXPECT_EQ(parsed("tag:\"none\""), one(TagTerm{"none"})) << "quoted it is the tag of that name";
}

TEST(FilterParser, BindsNotThenAndThenOr) {
    EXPECT_EQ(parsed("a b OR c"), either({both({word("a"), word("b")}), word("c")}));
    EXPECT_EQ(parsed("a (b OR c)"), both({word("a"), either({word("b"), word("c")})}));
    EXPECT_EQ(parsed("-a b"), both({no(word("a")), word("b")}));
    EXPECT_EQ(parsed("NOT tag:x"), no(one(TagTerm{"x"})));
    EXPECT_EQ(parsed("-tag:x"), no(one(TagTerm{"x"})));
    EXPECT_EQ(parsed("NOT (a OR b)"), no(either({word("a"), word("b")})));
    EXPECT_EQ(parsed("-(a b)"), no(both({word("a"), word("b")})));
    EXPECT_EQ(parsed("-(-a)"), no(no(word("a"))));
    EXPECT_EQ(parsed("-\"OR\" OR \"NOT\""), either({no(word("OR")), word("NOT")}));
    EXPECT_EQ(parsed("((a))"), word("a"));
    EXPECT_EQ(parsed("a OR(b)"), either({word("a"), word("b")}));
}

TEST(FilterParser, PointsAtUnknownNames) {
    EXPECT_TRUE(mentions("tag:a foo:bar", "foo", "double quotes"));
    EXPECT_TRUE(mentions("http://x.org", "http", "no field http"));
    EXPECT_TRUE(mentions("Tag:x", "Tag", "no field Tag"));
    EXPECT_TRUE(mentions("is:red", "red", "low-confidence, flagged, draft or pii"));
    EXPECT_TRUE(mentions("state:Corrected", "Corrected", "unreviewed, corrected"));
    EXPECT_TRUE(mentions("tag=x", "tag=", "takes a colon"));
}

TEST(FilterParser, PointsAtBadValues) {
    EXPECT_TRUE(mentions("a tag: b", "tag:", "needs a value"));
    EXPECT_TRUE(mentions("tag:\"\"", "\"\"", "nothing between the quotes"));
    EXPECT_TRUE(mentions("logprob<abc", "abc", "needs a number"));
    EXPECT_TRUE(mentions("logprob<-3x", "-3x", "needs a number"));
    EXPECT_TRUE(mentions("logprob<nan", "nan", "needs a number"));
    EXPECT_TRUE(mentions("latency>1e999", "1e999", "needs a number"));
    EXPECT_TRUE(mentions("logprob<", "logprob<", "needs a number"));
    EXPECT_TRUE(mentions("logprob < -3", "logprob <", "no spaces"));
    EXPECT_TRUE(mentions("logprob:-3", "-3", "only none"));
    EXPECT_TRUE(mentions("after:yesterday", "yesterday", "takes a date"));
    EXPECT_TRUE(mentions("after:2025", "2025", "takes a date"));
    EXPECT_TRUE(mentions("before:2025-02-30", "2025-02-30", "takes a date"));
    EXPECT_TRUE(mentions("after:9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59-01:00", "takes a date"));
    EXPECT_TRUE(mentions("drift:0", "0", "from 1"));
    EXPECT_TRUE(mentions("drift:first", "first", "last"));
    EXPECT_TRUE(mentions("batch:-1", "-1", "from 1"));
    EXPECT_TRUE(mentions("batch:99999999999999999999", "99999999999999999999", "from 1"));
    EXPECT_TRUE(mentions("prompt:(a b)", "(a", "one value"));
    EXPECT_TRUE(mentions("tag:a\"b", "\"b", "around the whole value"));
}

TEST(FilterParser, PointsAtUnclosedAndEmptyParts) {
    EXPECT_TRUE(mentions("x \"abc", "\"abc", "not closed"));
    EXPECT_TRUE(mentions("5\"", "\"", "not closed"));
    EXPECT_TRUE(mentions("\"a\"b", "b", "a space is missing"));
    EXPECT_TRUE(mentions("\"a\\d\"", "\\", "backslash"));
    EXPECT_TRUE(mentions("\"\"", "\"\"", "nothing between"));
    EXPECT_TRUE(mentions("/abc", "/abc", "not closed"));
    EXPECT_TRUE(mentions("//", "//", "nothing between"));
    EXPECT_TRUE(mentions("/usr/bin", "b", "only the flag i"));
    EXPECT_TRUE(mentions("/a/x", "x", "only the flag i"));
    EXPECT_TRUE(mentions("a /b[/", "/b[/", "not valid: missing ]"));
    EXPECT_TRUE(mentions("prompt:/(/", "/(/", "not valid"));
    EXPECT_TRUE(mentions("a (b", "(", "not closed"));
    EXPECT_TRUE(mentions("a )b", ")", "no parenthesis is open"));
    EXPECT_TRUE(mentions(")", ")", "no parenthesis is open"));
    EXPECT_TRUE(mentions("a ()", "(", "a term is missing after"));
    EXPECT_TRUE(mentions("a OR", "OR", "a term is missing after"));
    EXPECT_TRUE(mentions("OR a", "OR", "before OR"));
    EXPECT_TRUE(mentions("a OR OR b", "OR", "a term is missing after"));
    EXPECT_TRUE(mentions("a NOT", "NOT", "a term is missing after"));
    EXPECT_TRUE(mentions("- a", "-", "right before"));
    EXPECT_TRUE(mentions("--a", "--", "excluded once"));
    EXPECT_TRUE(mentions("NOT NOT a", "NOT N", "excluded once"));
    EXPECT_TRUE(mentions("a \xFF", "\xFF", "UTF-8"));
}

TEST(FilterParser, RefusesDepthThatWouldEatTheStack) {
    const std::string fine = std::string(200, '(') + "a" + std::string(200, ')');
    EXPECT_EQ(parsed(fine), word("a"));
    EXPECT_TRUE(mentions(std::string(100'000, '('), "(", "too deep"));
    std::string siblings;
    for (int i = 0; i < 1000; ++i) {
        siblings += "(a) ";
    }
    EXPECT_EQ(parsed(siblings).children.size(), 1000U) << "only what is inside each other counts";
}

TEST(FilterParser, ErrorAsResultCountsColumnsInCodePoints) {
    const auto filter = filterFromText("日本 foo:x");
    ASSERT_FALSE(filter);
    EXPECT_EQ(filter.error().code, ErrorCode::badFilter);
    EXPECT_EQ(filter.error().where, "column 4");
    EXPECT_EQ(filterFromText("foo:x").error().where, "column 1");
}

TEST(FilterPrinter, QuotesOnlyWhereNeeded) {
    for (const std::string text :
         {"tag:x", "tag:\"a b\"", "tag:\"none\"", "-tag:x", "a b OR c", "a (b OR c)", "-(a b)", "/a\\/b/i",
          "\"OR\"", "\"-a\"", "\"http://x\"", "prompt:/re/", "prompt:\"/re/\"", "logprob<-3",
          "after:2025-06-12", "before:2025-06-12T03:04:05", "drift:last", "id:x(y"}) {
        EXPECT_EQ(filterToText(parsed(text)), text);
    }
    EXPECT_EQ(filterToText(parsed("NOT  \"a\"")), "-a");
}

/// Trees of the shapes that the parser makes, over texts chosen to be awkward.
class Generator {
public:
    explicit Generator(unsigned seed)
        : m_random(seed) {}

    Filter filter(int depth) {
        switch (depth == 0 ? 0 : below(6)) {
        case 1:
            return both(children(depth));
        case 2:
            return either(children(depth));
        case 3:
            return no(filter(depth - 1));
        default:
            return one(term());
        }
    }

private:
    std::vector<Filter> children(int depth) {
        std::vector<Filter> out;
        for (int i = 0, n = 2 + below(3); i < n; ++i) {
            out.push_back(filter(depth - 1));
        }
        return out;
    }

    Term term() {
        switch (below(14)) {
        case 0:
            return TagTerm{text()};
        case 1:
            return NoTagTerm{};
        case 2:
            return IsTerm{static_cast<IsRule>(below(4))};
        case 3:
            return StateTerm{static_cast<ReviewState>(below(5))};
        case 4:
            return ModelTerm{text()};
        case 5:
            return UserTerm{text()};
        case 6:
            return IdTerm{text()};
        case 7:
            return NumberTerm{static_cast<NumberField>(below(2)), static_cast<Compare>(below(5)),
                              std::normal_distribution<double>(0, 1e6)(m_random)};
        case 8:
            return NoNumberTerm{static_cast<NumberField>(below(2))};
        case 9:
            return TimeTerm{below(2) == 0,
                            Timestamp{below(2) == 0 ? below(20'000) * 86'400'000'000
                                                    : std::int64_t{below(2'000'000'000)} * 1'000'003}};
        case 10:
            return DriftTerm{below(3)};
        case 11:
            return BatchTerm{1 + below(9)};
        case 12:
            return OperatorTerm{text()};
        default:
            if (below(4) == 0) {
                static const std::vector<std::string> patterns{"a b",  "x/y", "\\d+(\\)|\\\\)",
                                                               "[/)]", "\"",  "日.本"};
                return TextTerm{static_cast<TextField>(below(4)), true, below(2) == 0,
                                patterns[static_cast<std::size_t>(below(static_cast<int>(patterns.size())))]};
            }
            return TextTerm{static_cast<TextField>(below(4)), false, true, text()};
        }
    }

    std::string text() {
        static const std::vector<std::string> pieces{"a",    "OR",      "NOT", "-", " ",  "\"",
                                                     "\\",   "/",       "(",   ")", ":",  "tag",
                                                     "none", "logprob", "<",   "=", "日", "\n"};
        std::string out;
        for (int i = 0, n = 1 + below(4); i < n; ++i) {
            out += pieces[static_cast<std::size_t>(below(static_cast<int>(pieces.size())))];
        }
        return out;
    }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    std::mt19937 m_random;
};

TEST(FilterPrinter, EveryFilterReadsBackTheSame) {
    Generator generator(20250612);
    for (int i = 0; i < 20'000; ++i) {
        const Filter filter = generator.filter(4);
        const std::string text = filterToText(filter);
        const auto back = parseFilter(text);
        ASSERT_TRUE(back) << text << "\n" << back.error().reason << " at " << back.error().position;
        ASSERT_EQ(*back, filter) << text;
    }
}

TEST(FilterParser, AnyBytesEitherParseOrPointInside) {
    std::mt19937 random(7);
    const std::string alphabet = "a \"/\\()-:<>=ORNTtag\xE6\x97\xA5";
    for (int i = 0; i < 50'000; ++i) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) {
            text.push_back(alphabet[random() % alphabet.size()]);
        }
        const auto filter = parseFilter(text);
        if (filter) {
            EXPECT_EQ(parseFilter(filterToText(*filter)), filter) << text;
        } else {
            EXPECT_GE(filter.error().length, 1U);
            EXPECT_LE(filter.error().position + filter.error().length, text.size()) << text;
            EXPECT_FALSE(filter.error().reason.empty());
        }
    }
}

} // namespace
} // namespace goldpan::queue
