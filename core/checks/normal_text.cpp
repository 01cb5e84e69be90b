// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/normal_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace goldpan::checks {
namespace {

constexpr bool isAsciiSpace(unsigned char c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
}

/// What each byte of ASCII becomes: white space a space, a capital its small letter.
constexpr auto kAscii = [] {
    std::array<char, 0x80> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) {
        const auto c = static_cast<unsigned char>(byte);
        out[byte] = static_cast<char>(isAsciiSpace(c) ? ' ' : c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    }
    return out;
}();

bool isAscii(std::string_view text) {
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    std::uint64_t high = 0;
    for (; text.size() >= kWord; text.remove_prefix(kWord)) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data(), kWord);
        high |= bytes;
    }
    for (const char c : text) {
        high |= static_cast<std::uint64_t>(static_cast<unsigned char>(c)) & 0x80U;
    }
    return (high & 0x8080'8080'8080'8080) == 0;
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

/// Writes over a buffer as long as the text: each run of white space as one space, none at the start.
class Spaced {
public:
    explicit Spaced(char* out)
        : m_begin(out)
        , m_end(out) {}

    void ascii(char c) {
        const char folded = kAscii[static_cast<unsigned char>(c)];
        *m_end = folded;
        // A space behind another one, or first of all, is written over by what comes next.
        m_end += folded == ' ' && m_behindSpace ? 0 : 1;
        m_behindSpace = folded == ' ';
    }

    void space() { ascii(' '); }

    void other(std::string_view character) {
        m_end = std::ranges::copy(character, m_end).out;
        m_behindSpace = false;
    }

    [[nodiscard]] std::size_t size() const {
        const auto written = static_cast<std::size_t>(m_end - m_begin);
        return written - (m_behindSpace && written != 0 ? 1 : 0);
    }

private:
    char* m_begin;
    char* m_end;
    bool m_behindSpace = true;
};

/// Unicode's White_Space, and the four separators of ASCII that other languages count to it. Answers the
/// size.
std::size_t spaceOut(std::string_view text, Spaced out) {
    while (!text.empty()) {
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            out.ascii(text.front());
            text.remove_prefix(1);
            continue;
        }
        const std::string_view before = text;
        if (u_isUWhiteSpace(static_cast<UChar32>(takeCodePoint(text)))) {
            out.space();
        } else {
            out.other(before.substr(0, before.size() - text.size()));
        }
    }
    return out.size();
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
    out.resize_and_overwrite(text.size(), [&](char* bytes, std::size_t) {
        Spaced spaced(bytes);
        if (!ascii) {
            return spaceOut(text, spaced);
        }
        for (const char c : text) {
            spaced.ascii(c);
        }
        return spaced.size();
    });
    return out;
}

} // namespace goldpan::checks
