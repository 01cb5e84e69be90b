// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/json_tokens.h"

#include "core/redact/scan_text.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

int hexValue(std::string_view four) {
    int value = 0;
    for (const char c : four) {
        const char lower = lowerAscii(c);
        if (!isDigit(c) && (lower < 'a' || lower > 'f')) {
            return -1;
        }
        value = value * 16 + (isDigit(c) ? c - '0' : lower - 'a' + 10);
    }
    return four.size() == 4 ? value : -1;
}

} // namespace

void repairSurrogates(std::string& json) {
    const auto escapeAt = [&](std::size_t pos) {
        const auto there = std::string_view(json).substr(std::min(pos, json.size()), 6);
        return there.starts_with("\\u") ? hexValue(there.substr(2)) : -1;
    };
    for (std::size_t pos = json.find('\\'); pos != std::string::npos; pos = json.find('\\', pos)) {
        const int value = escapeAt(pos);
        if (value < 0xD800 || value > 0xDFFF) {
            pos += 2;
            continue;
        }
        const int next = value < 0xDC00 ? escapeAt(pos + 6) : -1;
        if (next >= 0xDC00 && next <= 0xDFFF) {
            pos += 12;
        } else {
            json.replace(pos, 6, "\\uFFFD");
            pos += 6;
        }
    }
}

bool isJsonNumber(std::string_view token) {
    std::size_t pos = 0;
    const auto take = [&](char c) {
        const bool there = pos < token.size() && token[pos] == c;
        pos += there ? 1 : 0;
        return there;
    };
    const auto digits = [&] {
        const std::size_t from = pos;
        while (pos < token.size() && isDigit(token[pos])) {
            ++pos;
        }
        return pos > from;
    };
    take('-');
    if (!take('0') && !digits()) {
        return false;
    }
    if (take('.') && !digits()) {
        return false;
    }
    if (take('e') || take('E')) {
        if (!take('+')) {
            take('-');
        }
        if (!digits()) {
            return false;
        }
    }
    return pos == token.size();
}

} // namespace goldpan::redact
