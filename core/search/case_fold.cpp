// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/case_fold.h"

#include "core/base/utf8.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <string>
#include <vector>

namespace goldpan::search {

char32_t CaseFold::paged(char32_t c) {
    if (isUnspaced(c)) {
        return c;
    }
    auto& page = m_pages[c / kPageSize];
    if (!page) {
        page = std::make_unique<Page>(askRe2(c - c % kPageSize));
    }
    return (*page)[c % kPageSize];
}

CaseFold::Page CaseFold::askRe2(char32_t first) {
    Page page;
    std::string text;
    for (char32_t i = 0; i < kPageSize; ++i) {
        page[i] = first + i;
        appendUtf8(text, page[i]);
    }
    // RE2 answers the folded spelling of a literal as the one text that its prefilter looks for.
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_literal(true);
    re2::FilteredRE2 filter;
    int id = 0;
    std::vector<std::string> atoms;
    if (filter.Add(text, options, &id) == re2::RE2::NoError) {
        filter.Compile(&atoms);
    }
    if (atoms.size() != 1) {
        return page;
    }
    std::string_view folded = atoms.front();
    for (char32_t& c : page) {
        const char32_t answer = folded.empty() ? 0xFFFD : takeCodePoint(folded);
        c = answer == 0xFFFD ? c : answer; // surrogates, which no text holds
    }
    return page;
}

std::int64_t CaseFold::version() {
    // A program over all cased letters has another size where there are other letters.
    std::int64_t sizes = 0;
    for (const char* letters : {R"((?i)\p{Lu})", R"((?i)\p{Ll})", R"(\p{L})"}) {
        const re2::RE2 pattern(letters, re2::RE2::Quiet);
        sizes = sizes * 100'003 + pattern.ProgramSize();
    }
    return sizes;
}

bool isUnspaced(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x318F) ||
           (c >= 0x31A0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF9F) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

} // namespace goldpan::search
