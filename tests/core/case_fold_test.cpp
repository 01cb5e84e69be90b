// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Folding is RE2's own: what an (?i) search takes for equal folds to equal text. All code points are asked.
#include "core/base/utf8.h"
#include "core/search/case_fold.h"

#include <cstdio>
#include <gtest/gtest.h>
#include <map>
#include <re2/re2.h>

namespace goldpan::search {
namespace {

constexpr char32_t kEnd = 0x110000;

std::string utf8(char32_t c) {
    std::string out;
    appendUtf8(out, c);
    return out;
}

std::string hex(char32_t c) {
    char text[16];
    std::snprintf(text, sizeof text, "%X", static_cast<unsigned>(c));
    return text;
}

bool isSurrogate(char32_t c) {
    return c >= 0xD800 && c < 0xE000;
}

re2::RE2::Options literal(bool ignoreCase) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_literal(true);
    options.set_case_sensitive(!ignoreCase);
    return options;
}

/// Each letter that has another case, with those that fold to it.
std::map<char32_t, std::u32string> casedLetters() {
    CaseFold fold;
    std::map<char32_t, std::u32string> out;
    for (char32_t c = 0; c < kEnd; ++c) {
        if (!isSurrogate(c) && fold(c) != c) {
            out[fold(c)] += c;
        }
    }
    return out;
}

TEST(CaseFold, KnowsTheOddOnes) {
    CaseFold fold;
    EXPECT_EQ(fold(U'A'), U'a');
    EXPECT_EQ(fold(0x212A), U'k') << "the Kelvin sign";
    EXPECT_EQ(fold(0x017F), U's') << "the long s";
    EXPECT_EQ(fold(0x1E9E), fold(0x00DF)) << "sharp s";
    EXPECT_EQ(fold(0x03C2), fold(0x03A3)) << "final sigma";
    EXPECT_EQ(fold(0x03C3), fold(0x03A3));
    EXPECT_NE(fold(0x00E9), fold(U'e')) << "marks are kept";
    EXPECT_EQ(fold(0x10400), char32_t{0x10428}) << "Deseret";
    EXPECT_EQ(fold(0x9000), char32_t{0x9000});
    EXPECT_EQ(fold(0), char32_t{0});
}

TEST(CaseFold, TakesForEqualWhatRe2Does) {
    const auto cased = casedLetters();
    EXPECT_GT(cased.size(), 1300U);
    CaseFold fold;
    std::string letters;
    for (const auto& [folded, others] : cased) {
        EXPECT_EQ(fold(folded), folded) << hex(folded);
        const re2::RE2 pattern(utf8(folded), literal(true));
        for (const char32_t other : others) {
            EXPECT_TRUE(re2::RE2::FullMatch(utf8(other), pattern)) << hex(other);
        }
        letters += "\\x{" + hex(folded) + "}";
    }
    const re2::RE2 any("(?i)[" + letters + "]");
    ASSERT_TRUE(any.ok());
    for (char32_t c = 0; c < kEnd; ++c) {
        if (!isSurrogate(c)) {
            EXPECT_EQ(re2::RE2::FullMatch(utf8(c), any), fold(c) != c || cased.contains(c)) << hex(c);
        }
    }
}

TEST(CaseFold, LeavesAloneWhatIsAloneForRe2) {
    const auto cased = casedLetters();
    CaseFold fold;
    for (char32_t c = 0x80; c < kEnd; c += c < 0x20000 ? 1 : 997) {
        if (!isSurrogate(c) && fold(c) == c && !cased.contains(c)) {
            const auto text = utf8(c);
            // Another case would be another branch of the program.
            EXPECT_EQ(re2::RE2(text, literal(true)).ProgramSize(),
                      re2::RE2(text, literal(false)).ProgramSize())
                << hex(c);
        }
    }
    const re2::RE2 sign(utf8(0x212A), literal(true));
    EXPECT_NE(sign.ProgramSize(), re2::RE2(utf8(0x212A), literal(false)).ProgramSize()) << "it would show";
}

} // namespace
} // namespace goldpan::search
