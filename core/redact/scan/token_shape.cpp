// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/token_shape.h"

#include "core/redact/scan/ascii.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 32;
constexpr std::size_t kMostDigits = 2;

} // namespace

bool isTokenName(std::string_view name) {
    if (name.size() < kShortestName || name.size() > kLongestName || !isUpper(name.front()) ||
        name.back() == '_') {
        return false;
    }
    while (!name.empty()) {
        const auto part = name.substr(0, name.find('_'));
        const bool number = part.size() <= kMostDigits && std::ranges::all_of(part, isDigit);
        if (part.empty() || !(number || std::ranges::all_of(part, isUpper))) {
            return false;
        }
        name.remove_prefix(std::min(name.size(), part.size() + 1));
    }
    return true;
}

std::size_t tokenLikeAt(std::string_view text, std::size_t pos) {
    if (pos >= text.size() || text[pos] != '[') {
        return 0;
    }
    const auto name = text.substr(pos + 1, kLongestName + 1);
    const std::size_t close = name.find(']');
    return close != std::string_view::npos && isTokenName(name.substr(0, close)) ? close + 2 : 0;
}

} // namespace goldpan::redact
