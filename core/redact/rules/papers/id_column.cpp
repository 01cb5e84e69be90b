// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/id_column.h"

#include "core/redact/rules/papers/id_lexicon.h"
#include "core/redact/scan/folded_word.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 512;
constexpr std::size_t kTagBytes = 96;
constexpr std::size_t kGap = 24; ///< of marks and blanks between a name and its value

/// Where the line begins that `pos` stands in, not before `floor`.
std::size_t lineBegin(std::string_view text, std::size_t pos, std::size_t floor) {
    while (pos > floor && text[pos - 1] != '\n') {
        --pos;
    }
    return pos;
}

/// How many commas stand before the end of `rows`, in the row that it ends in, inside quotes; none elsewhere.
std::optional<std::size_t> columnOf(std::string_view rows) {
    std::size_t column = 0;
    std::size_t depth = 0;
    bool quoted = false;
    for (const char c : rows) {
        if (c == '\'') {
            quoted = !quoted;
        } else if (!quoted && c == '(') {
            column = depth == 0 ? 0 : column;
            ++depth;
        } else if (!quoted && c == ')' && depth > 0) {
            --depth;
        } else if (!quoted && c == ',' && depth == 1) {
            ++column;
        }
    }
    return quoted && depth == 1 ? std::optional(column) : std::nullopt;
}

} // namespace

std::optional<std::size_t> tagNameEnd(const ScanText& scan, std::size_t pos) {
    if (scan.before(pos) != '>') {
        return std::nullopt;
    }
    const auto text = scan.text();
    std::size_t open = pos - 1;
    while (open > 0 && pos - open < kTagBytes && text[open - 1] != '>' && text[open] != '<') {
        --open;
    }
    if (text[open] != '<') {
        return std::nullopt;
    }
    std::size_t end = open + 1;
    while (isAlnum(text[end]) || text[end] == '_' || text[end] == '-' || text[end] == ':') {
        ++end;
    }
    return text[end] == ' ' ? std::optional(end) : std::nullopt;
}

std::optional<std::size_t> insertNameEnd(const ScanText& scan, std::size_t pos) {
    if (scan.before(pos) != '\'') {
        return std::nullopt;
    }
    const std::size_t floor = pos > kBytesBack ? pos - kBytesBack : 0;
    const auto before = scan.text().substr(floor, pos - floor);
    std::size_t values = before.rfind("VALUES");
    values = values == std::string_view::npos ? before.rfind("values") : values;
    if (values == std::string_view::npos) {
        return std::nullopt;
    }
    auto column = columnOf(before.substr(values));
    const std::size_t close = before.substr(0, values).find_last_not_of(" \n\r\t");
    if (!column || close == std::string_view::npos || before[close] != ')') {
        return std::nullopt;
    }
    const std::size_t open = before.substr(0, close).rfind('(');
    if (open == std::string_view::npos) {
        return std::nullopt;
    }
    const auto names = before.substr(0, close);
    std::size_t end = names.find(',', open);
    for (; *column > 0 && end != std::string_view::npos; --*column) {
        end = names.find(',', end + 1);
    }
    return *column > 0 ? std::nullopt : std::optional(floor + std::min(end, close));
}

std::optional<std::size_t> columnNameEnd(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t at = pos;
    if (at > 0 && text[at - 1] == '"') {
        --at;
    }
    if (at > 1 && text[at - 1] == ' ') { // "| D1234567 |"
        const std::size_t bar = text.substr(0, at).find_last_not_of(' ');
        at = bar != std::string_view::npos && text[bar] == '|' ? bar + 1 : at;
    }
    const char mark = at > 0 ? text[at - 1] : '\0';
    if (mark != ',' && mark != ';' && mark != '\t' && mark != '|' && mark != '\n') {
        return std::nullopt;
    }
    const std::size_t floor = pos > kBytesBack ? pos - kBytesBack : 0;
    std::size_t head = lineBegin(text, at, floor);
    if (head == 0 || head == floor) {
        return std::nullopt;
    }
    const auto before = text.substr(head, at - head);
    while (head > floor && text[head - 1] == '\n' && (head < 2 || text[head - 2] != '\n')) {
        const std::size_t above = lineBegin(text, head - 1, floor);
        if (mark == '|' && !text.substr(above, head - above).contains('|')) {
            break; // what is said above a table
        }
        head = above;
    }
    if (head == floor && floor != 0) {
        return std::nullopt;
    }
    const std::size_t headEnd = std::min(text.find('\n', head), at);
    auto line = text.substr(head, headEnd - head);
    if (std::ranges::any_of(line, isDigit)) {
        return std::nullopt;
    }
    // Of the first column, the head says what stands between the cells.
    char separator = mark != '\n' ? mark : line.contains('\t') ? '\t' : line.contains(';') ? ';' : ',';
    auto column = std::ranges::count(before, separator);
    if (const std::size_t open = line.find('(');
        line.ends_with("FROM stdin;") && open != std::string_view::npos) {
        head += open + 1; // COPY t (name, passport) FROM stdin;
        line = line.substr(open + 1, line.find(')', open) - open - 1);
        separator = ',';
    }
    if (!line.contains(separator)) {
        return std::nullopt;
    }
    std::size_t end = line.find(separator);
    for (; column > 0 && end != std::string_view::npos; --column) {
        end = line.find(separator, end + 1);
    }
    return column > 0 ? std::nullopt : std::optional(head + std::min(end, line.size()));
}

std::optional<std::size_t> pairNameEnd(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const auto back = [&](std::size_t end, std::string_view marks) {
        const std::size_t last = text.substr(0, end).find_last_not_of(marks);
        return last == std::string_view::npos || end - last > kGap ? 0 : last + 1;
    };
    std::size_t end = back(pos, "\"' ");
    if (end == 0 || (text[end - 1] != ':' && text[end - 1] != '=')) {
        return std::nullopt;
    }
    end = back(end - 1, "\"' ");
    if (!text.substr(0, end).ends_with("value")) {
        return std::nullopt;
    }
    const std::size_t name = back(end - 5, "\"', \n\r");
    const bool gap =
        name != 0 && text.substr(name, end - name).find_first_of(",\n") != std::string_view::npos;
    return gap ? std::optional(name) : std::nullopt;
}

std::optional<std::size_t> wrappedNameEnd(const ScanText& scan, std::size_t pos) {
    constexpr std::size_t kLongest = 10; // "number:"
    const auto text = scan.text();
    std::size_t end = pos;
    while (end > 0 && pos - end < kGap && (text[end - 1] == ' ' || text[end - 1] == '\r')) {
        --end;
    }
    if (end == 0 || text[end - 1] != '\n') {
        return std::nullopt;
    }
    end -= end > 1 && text[end - 2] == '\r' ? 2 : 1;
    const std::size_t word = lineBegin(text, end, end > kLongest ? end - kLongest : 0);
    std::size_t stop = word;
    while (stop < end && (isLetter(text[stop]) || isHighByte(text[stop]))) {
        ++stop;
    }
    const bool lone = word > 1 && text[word - 1] == '\n' && stop > word &&
                      text.substr(stop, end - stop).find_first_not_of(".#: ") == std::string_view::npos;
    const bool number =
        lone && idRole(FoldedWord(text.substr(word, stop - word)).view(), false) == IdRole::number;
    return number ? std::optional(word - 1) : std::nullopt;
}

} // namespace goldpan::redact
