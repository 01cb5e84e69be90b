// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/sibling_finder.h"

#include <algorithm>

namespace goldpan::profiles {
namespace {

constexpr std::size_t kManyKeys = 8;
constexpr std::size_t kLongKey = 200;
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBlank = " \t\r";

/// The first key of the object at `begin`, with its quotes; "" where there is none.
std::string_view firstKey(std::string_view text, std::size_t begin) {
    const auto open = text.find_first_not_of(kSpace, begin + 1);
    if (open == std::string_view::npos || text[open] != '"') {
        return {};
    }
    const auto close = text.substr(0, open + kLongKey).find('"', open + 1);
    return close == std::string_view::npos ? std::string_view() : text.substr(open, close + 1 - open);
}

std::size_t lastBefore(std::string_view text, std::size_t at, std::string_view but) {
    return at == 0 ? std::string_view::npos : text.find_last_not_of(but, at - 1);
}

} // namespace

void SiblingFinder::learn(std::string_view object, std::string_view indent, bool beginsLine) {
    const auto key = firstKey(object, 0);
    if (!key.empty() && m_firstKeys.size() < kManyKeys &&
        std::ranges::find(m_firstKeys, key) == m_firstKeys.end()) {
        m_firstKeys.emplace_back(key);
    }
    if (beginsLine) {
        m_indent = indent;
    }
    m_beginLines = m_beginLines || beginsLine;
    m_standInLines = m_standInLines || !beginsLine;
}

bool SiblingFinder::isSibling(std::string_view text, std::size_t at) const {
    const auto key = firstKey(text, at);
    if (key.empty() || (!m_firstKeys.empty() && std::ranges::find(m_firstKeys, key) == m_firstKeys.end())) {
        return false;
    }
    const auto blanks = lastBefore(text, at, kBlank);
    if (blanks != std::string_view::npos && text[blanks] == '\n') {
        return !m_beginLines || text.substr(blanks + 1, at - blanks - 1) == m_indent;
    }
    if (m_beginLines && !m_standInLines) {
        return false;
    }
    auto before = lastBefore(text, at, kSpace);
    if (before != std::string_view::npos && text[before] == ',') {
        if (!m_firstKeys.empty()) { // the broken one may have lost its bracket
            return true;
        }
        before = lastBefore(text, before, kSpace);
    }
    return before != std::string_view::npos && text[before] == '}';
}

std::size_t SiblingFinder::find(std::string_view text, std::size_t from) const {
    auto at = text.find('{', from);
    while (at != std::string_view::npos && !isSibling(text, at)) {
        at = text.find('{', at + 1);
    }
    return at;
}

} // namespace goldpan::profiles
