// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_quotes.h"

#include "core/redact/rules/secret/secret_bytes.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

/// Whether a quote behind `marks` backslashes closes a string that one behind `opening` of them opened, or
/// one around it. Each string in a string doubles them, and adds one before a quote.
bool closesString(std::size_t marks, std::size_t opening) {
    for (; opening != 0 && marks % 2 != 0; opening /= 2) {
        marks /= 2;
    }
    return marks % 2 == 0;
}

} // namespace

std::size_t quoteAt(const ScanText& scan, std::size_t pos) {
    std::size_t at = pos;
    while (scan.at(at) == '\\' && at - pos < kMostBackslashes) {
        ++at;
    }
    return isQuote(scan.at(at)) ? at : pos;
}

std::size_t stringEnd(std::string_view text, std::size_t begin, char quote, std::size_t opening) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < kQuotedBytes && text[end] != quote && text[end] != '\n' &&
           !(text[end] == '[' && tokenAt(text, end) != 0)) {
        if (text[end] != '\\') {
            ++end;
            continue;
        }
        const std::size_t mark = std::min(text.find_first_not_of('\\', end), text.size());
        const std::size_t marks = mark - end;
        const char next = mark < text.size() ? text[mark] : '\0';
        if (next == quote) {
            if (closesString(marks, opening)) {
                return mark - std::min(marks, opening);
            }
            end = mark + 1;
        } else if (isQuote(next) || (marks > 1 && marks % (2 * (opening + 1)) == 0)) {
            end = mark; // a backslash itself
        } else {
            return end;
        }
    }
    return end;
}

} // namespace goldpan::redact
