// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/id_column.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 512;

/// Where the line begins that `pos` stands in, not before `floor`.
std::size_t lineBegin(std::string_view text, std::size_t pos, std::size_t floor) {
    while (pos > floor && text[pos - 1] != '\n') {
        --pos;
    }
    return pos;
}

} // namespace

std::optional<std::size_t> columnNameEnd(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t at = pos;
    if (at > 0 && text[at - 1] == '"') {
        --at;
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
    // Of the first column, the head says what stands between the cells.
    const char separator = mark == '\n' ? ',' : mark;
    auto column = std::ranges::count(before, separator);
    while (head > floor && text[head - 1] == '\n' && (head < 2 || text[head - 2] != '\n')) {
        head = lineBegin(text, head - 1, floor);
    }
    if (head == floor && floor != 0) {
        return std::nullopt;
    }
    const std::size_t headEnd = std::min(text.find('\n', head), at);
    const auto line = text.substr(head, headEnd - head);
    if (!line.contains(separator) || std::ranges::any_of(line, isDigit)) {
        return std::nullopt;
    }
    std::size_t end = line.find(separator);
    for (; column > 0 && end != std::string_view::npos; --column) {
        end = line.find(separator, end + 1);
    }
    return column > 0 ? std::nullopt : std::optional(head + std::min(end, line.size()));
}

} // namespace goldpan::redact
