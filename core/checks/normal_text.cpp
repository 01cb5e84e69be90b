// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/normal_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace goldpan::checks {
namespace {

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

/// ICU counts bytes in 32 bits; no text of a log comes near, and what would is compared as it is.
std::string folded(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
    if (U_FAILURE(error) || text.size() > 0x7000'0000) {
        return std::string(text);
    }
    std::string composed;
    icu::StringByteSink<std::string> composedSink(&composed);
    nfkc->normalizeUTF8(0, piece(text), composedSink, nullptr, error);
    std::string out;
    icu::StringByteSink<std::string> outSink(&out);
    icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(composed), outSink, nullptr, error);
    return U_FAILURE(error) ? std::string(text) : out;
}

/// Unicode's White_Space, and the four separators of ASCII that other languages count to it.
bool isSpace(char32_t c) {
    if (c < 0x80) {
        return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
    }
    return u_isUWhiteSpace(static_cast<UChar32>(c));
}

} // namespace

std::string normalText(std::string_view text) {
    std::string folds;
    const bool ascii = isAscii(text);
    if (!ascii) {
        folds = folded(text);
        text = folds;
    }
    std::string out;
    out.reserve(text.size());
    bool space = false;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = ascii ? static_cast<unsigned char>(text.front()) : takeCodePoint(text);
        if (ascii) {
            text.remove_prefix(1);
        }
        if (isSpace(c)) {
            space = !out.empty();
            continue;
        }
        if (space) {
            out.push_back(' ');
            space = false;
        }
        if (ascii) {
            out.push_back(c >= U'A' && c <= U'Z' ? static_cast<char>(c + 0x20) : static_cast<char>(c));
        } else {
            out.append(before.substr(0, before.size() - text.size()));
        }
    }
    return out;
}

} // namespace goldpan::checks
