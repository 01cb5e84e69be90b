// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/filter_scanner.h"

#include <algorithm>

namespace goldpan::queue {
namespace {

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::unexpected<FilterError> mistake(std::size_t begin, std::size_t end, std::string reason) {
    return std::unexpected(FilterError{begin, end > begin ? end - begin : 1, std::move(reason)});
}

char FilterScanner::peek(std::size_t ahead) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
}

bool FilterScanner::atBoundary(std::size_t ahead) const {
    const std::size_t place = m_at + ahead;
    return place >= m_text.size() || isSpace(m_text[place]) || m_text[place] == '(' || m_text[place] == ')';
}

void FilterScanner::skipSpace() {
    while (!atEnd() && isSpace(m_text[m_at])) {
        ++m_at;
    }
}

bool FilterScanner::take(char c) {
    if (atEnd() || m_text[m_at] != c) {
        return false;
    }
    ++m_at;
    return true;
}

bool FilterScanner::takeKeyword(std::string_view keyword) {
    if (!m_text.substr(m_at).starts_with(keyword) || !atBoundary(keyword.size())) {
        return false;
    }
    m_at += keyword.size();
    return true;
}

std::string_view FilterScanner::peekName() const {
    const std::string_view rest = m_text.substr(m_at);
    if (rest.empty() || !isLetter(rest.front())) {
        return {};
    }
    const auto end = std::ranges::find_if_not(
        rest, [](char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
}

Parsed<Lexeme> FilterScanner::quoted() {
    Lexeme out{.shape = Lexeme::Shape::quoted, .begin = m_at};
    ++m_at;
    for (; !atEnd() && peek() != '"'; ++m_at) {
        if (peek() == '\\') {
            if (peek(1) != '"' && peek(1) != '\\') {
                return mistake(m_at, m_at + 1, R"(inside quotes a backslash is written \\ and a quote \")");
            }
            ++m_at;
        }
        out.text.push_back(peek());
    }
    if (!take('"')) {
        return mistake(out.begin, m_text.size(), "the quote is not closed");
    }
    if (!atBoundary()) {
        return mistake(m_at, m_at + 1, "a space is missing after the closing quote");
    }
    if (out.text.empty()) {
        return mistake(out.begin, m_at, "there is nothing between the quotes");
    }
    out.end = m_at;
    return out;
}

Parsed<Lexeme> FilterScanner::regex() {
    Lexeme out{.shape = Lexeme::Shape::regex, .ignoreCase = false, .begin = m_at};
    ++m_at;
    for (; !atEnd() && peek() != '/'; ++m_at) {
        if (peek() == '\\' && m_at + 1 < m_text.size()) {
            if (peek(1) != '/') { // every other escape is RE2's
                out.text.push_back(peek());
            }
            ++m_at;
        }
        out.text.push_back(peek());
    }
    if (!take('/')) {
        return mistake(
            out.begin, m_text.size(),
            "the regular expression is not closed by a slash; quote the text to search for a slash");
    }
    if (out.text.empty()) {
        return mistake(out.begin, m_at, "there is nothing between the slashes");
    }
    out.ignoreCase = take('i');
    if (!atBoundary()) {
        return mistake(m_at, m_at + 1,
                       "after a regular expression only the flag i may follow; quote the text to search for "
                       "slashes");
    }
    out.end = m_at;
    return out;
}

Parsed<Lexeme> FilterScanner::word() {
    Lexeme out{.begin = m_at};
    while (!atBoundary()) {
        ++m_at;
    }
    out.end = m_at;
    out.text = m_text.substr(out.begin, out.end - out.begin);
    if (std::ranges::count(out.text, '"') % 2 != 0) {
        return mistake(out.begin + out.text.rfind('"'), out.end,
                       R"(the quote is not closed; to search for a quote write "\"")");
    }
    return out;
}

Parsed<Lexeme> FilterScanner::value() {
    Lexeme out{.begin = m_at};
    while (!atBoundary() || peek() == '(') {
        ++m_at;
    }
    out.end = m_at;
    out.text = m_text.substr(out.begin, out.end - out.begin);
    if (out.text.starts_with('(')) {
        return mistake(out.begin, out.end,
                       "a field takes one value, not a group; quote a value in parentheses");
    }
    if (const auto quote = out.text.find('"'); quote != std::string::npos) {
        return mistake(out.begin + quote, out.end, "quotes must stand around the whole value");
    }
    return out;
}

} // namespace goldpan::queue
