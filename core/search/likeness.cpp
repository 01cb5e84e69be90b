// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/likeness.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <iterator>

namespace goldpan::search {
namespace {

constexpr std::size_t kLeastPairs = 8;
constexpr std::size_t kShared = 2; // of kOfAll
constexpr std::size_t kOfAll = 5;

/// Letters, marks and digits; pictures, too, are no words.
bool isWordPart(char32_t c) {
    if (c < 0x80) {
        return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
    }
    return c > 0xBF && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x2BFF) && (c < 0x3000 || c > 0x3004) &&
           (c < 0x3008 || c > 0x303F) && (c < 0xFE10 || c > 0xFE6F) && (c < 0xFF00 || c > 0xFF0F) &&
           (c < 0xFF1A || c > 0xFF20) && (c < 0xFF3B || c > 0xFF40) && (c < 0xFF5B || c > 0xFF65) &&
           c != 0xFFFD && (c < 0x1F000 || c > 0x1FAFF);
}

bool isDigit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19);
}

constexpr std::uint64_t kStart = 14695981039346656037U; // FNV-1a
constexpr std::uint64_t kPrime = 1099511628211U;

bool isEnough(std::size_t shared, std::size_t all) {
    return shared > 0 && shared * kOfAll >= all * kShared;
}

} // namespace

Likeness::Known::Known(Pairs sorted)
    : m_pairs(std::move(sorted)) {
    for (const std::uint64_t pair : m_pairs) {
        m_bits[pair >> 56] |= std::uint64_t{1} << (pair >> 50 & 63);
    }
}

bool Likeness::Known::contains(std::uint64_t pair) const {
    return (m_bits[pair >> 56] >> (pair >> 50 & 63) & 1) != 0 && std::ranges::binary_search(m_pairs, pair);
}

std::size_t Likeness::Known::countOf(const Pairs& some) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(some, [this](std::uint64_t pair) { return contains(pair); }));
}

Likeness::Likeness(std::string_view prompt, std::string_view response) {
    Pairs first;
    Pairs second;
    read(prompt, first);
    read(response, second);
    Pairs both = first;
    both.insert(both.end(), second.begin(), second.end());
    for (Pairs* pairs : {&first, &second, &both}) {
        sort(*pairs);
    }
    m_prompt = Known(std::move(first));
    m_response = Known(std::move(second));
    m_both = Known(std::move(both));
}

bool Likeness::isLike(std::string_view prompt, std::string_view response) {
    read(prompt, m_readPrompt);
    read(response, m_readResponse);
    m_readBoth = m_readPrompt;
    m_readBoth.insert(m_readBoth.end(), m_readResponse.begin(), m_readResponse.end());
    const auto isLikeIn = [](const Known& known, Pairs& read, std::size_t least) {
        // Most rows share too little even if nothing in them were said twice.
        if (known.pairs().size() < least || !isEnough(known.countOf(read), known.pairs().size())) {
            return false;
        }
        sort(read);
        return read.size() >= least && isShared(known.pairs(), read);
    };
    return isLikeIn(m_prompt, m_readPrompt, kLeastPairs) ||
           isLikeIn(m_response, m_readResponse, kLeastPairs) || isLikeIn(m_both, m_readBoth, 1);
}

void Likeness::read(std::string_view text, Pairs& out) {
    out.clear();
    std::uint64_t before = 0; // 0: there is none
    std::uint64_t only = 0;
    const auto put = [&](std::uint64_t token) {
        if (before != 0) {
            const std::uint64_t pair = (before * kPrime ^ token) * 0x9E3779B97F4A7C15U;
            out.push_back(pair ^ pair >> 29);
        }
        only = before == 0 ? token : only;
        before = token;
    };
    std::uint64_t word = kStart;
    bool inNumber = false;
    while (!text.empty()) {
        const char32_t c = m_fold(takeCodePoint(text));
        const bool unspaced = isUnspaced(c);
        if (unspaced || !isWordPart(c)) {
            if (word != kStart) {
                put(word);
            }
            if (unspaced) {
                put((kStart ^ c) * kPrime);
            }
            word = kStart;
            inNumber = false;
            continue;
        }
        const bool digit = isDigit(c);
        if (!digit || !inNumber) {
            word = (word ^ (digit ? U'0' : c)) * kPrime;
        }
        inNumber = digit;
    }
    if (word != kStart) {
        put(word);
    }
    if (out.empty() && only != 0) {
        out.push_back(only); // one word has no neighbour
    }
}

void Likeness::sort(Pairs& pairs) {
    std::ranges::sort(pairs);
    const auto doubles = std::ranges::unique(pairs);
    pairs.erase(doubles.begin(), doubles.end());
}

bool Likeness::isShared(const Pairs& a, const Pairs& b) {
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        shared += *x == *y ? 1 : 0;
        const bool stepX = *x <= *y;
        y += *y <= *x ? 1 : 0;
        x += stepX ? 1 : 0;
    }
    return isEnough(shared, a.size() + b.size() - shared);
}

} // namespace goldpan::search
