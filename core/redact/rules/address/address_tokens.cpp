// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_tokens.h"

#include "core/redact/scan/byte_set.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongestWord = 32;
constexpr std::size_t kMostGap = 4;

constexpr ByteSet kWordBytes([](char c) { return isLetter(c) || isDigit(c); }, "-'");

/// Bytes of the character of a word at `at`; 0 where it is none. Scripts without spaces have no such words.
std::size_t wordCharacterAt(std::string_view text, std::size_t at) {
    return kWordBytes.contains(text[at]) ? 1 : alphabeticAt(text, at);
}

} // namespace

void AddressTokens::readTo(std::size_t most) {
    while (!m_ended && m_count < std::min(most, kMost)) {
        m_ended = !readOne();
    }
}

bool AddressTokens::readOne() {
    const auto text = m_scan.text();
    std::size_t at = m_at;
    bool apart = false;
    std::size_t lines = 0;
    while (at < text.size() && at - m_at < kMostGap &&
           (text[at] == ' ' || text[at] == ',' || text[at] == '\n' || text[at] == '\r')) {
        apart = apart || text[at] != ' ';
        lines += text[at] == '\n' ? 1 : 0;
        ++at;
    }
    if (at >= text.size() || lines > 1 || (m_count != 0 && at == m_at && m_scan.before(at) != '#')) {
        return false;
    }
    const std::size_t begin = at;
    if (text[at] == '#') {
        ++at;
    }
    if (m_scan.before(begin + 1) != '#') {
        while (at < text.size() && at - begin < kLongestWord) {
            const std::size_t character = wordCharacterAt(text, at);
            if (character == 0) {
                break;
            }
            at += character;
        }
    }
    if (at == begin) {
        return false;
    }
    if (isDigit(text[begin]) && m_scan.at(at) == '/' && isDigit(m_scan.at(at + 1))) { // "2/109 Pitt Street"
        do {
            ++at;
        } while (isDigit(m_scan.at(at)));
    }
    const AddressWord kind = addressWord(text.substr(begin, at - begin));
    // A full stop belongs to what people shorten; else it ends the sentence.
    const std::size_t letters = at - begin;
    const bool shortened = kind == AddressWord::street || kind == AddressWord::leading ||
                           kind == AddressWord::unit || letters <= 2;
    if (m_scan.at(at) == '.' && shortened && kind != AddressWord::number && kind != AddressWord::state) {
        ++at;
        if (letters == 1 && isLetter(m_scan.at(at)) && m_scan.at(at + 1) == '.') {
            at += 2; // "P.O."
        }
    }
    m_tokens[m_count++] = {begin, at, kind, apart};
    m_at = at;
    return true;
}

} // namespace goldpan::redact
