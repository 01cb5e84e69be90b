// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/filter_parser.h"

#include "core/base/utf8.h"
#include "core/queue/filter_terms.h"

#include <algorithm>

namespace goldpan::queue {
namespace {

// Every level is a few stack frames; nobody writes a filter deeper than this by hand.
constexpr int kMaxDepth = 200;

/// What waits for a term: OR, NOT, - or an open parenthesis. Empty at the start of the text.
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Filter joined(Filter::Kind kind, std::vector<Filter> children) {
    return children.size() == 1 ? std::move(children.front()) : Filter{kind, std::move(children)};
}

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_scan(text) {}

    Parsed<Filter> parse() {
        m_scan.skipSpace();
        if (m_scan.atEnd()) {
            return Filter{};
        }
        auto filter = disjunction({});
        if (filter && !m_scan.atEnd()) { // only a parenthesis ends a disjunction early
            return mistake(m_scan.at(), m_scan.at() + 1, "no parenthesis is open here");
        }
        return filter;
    }

private:
    Parsed<Filter> disjunction(Place waiting) {
        std::vector<Filter> children;
        for (;;) {
            auto child = conjunction(waiting);
            if (!child) {
                return child;
            }
            children.push_back(std::move(*child));
            const std::size_t begin = m_scan.at();
            if (!m_scan.takeKeyword("OR")) {
                return joined(Filter::Kind::disjunction, std::move(children));
            }
            waiting = {begin, m_scan.at()};
        }
    }

    Parsed<Filter> conjunction(Place waiting) {
        std::vector<Filter> children;
        m_scan.skipSpace();
        do {
            auto child = negation(waiting);
            if (!child) {
                return child;
            }
            children.push_back(std::move(*child));
            m_scan.skipSpace();
        } while (!atTermEnd());
        return joined(Filter::Kind::conjunction, std::move(children));
    }

    [[nodiscard]] bool atKeyword(std::string_view keyword) const {
        return FilterScanner(m_scan).takeKeyword(keyword);
    }
    [[nodiscard]] bool atTermEnd() const { return m_scan.atEnd() || m_scan.peek() == ')' || atKeyword("OR"); }

    Parsed<Filter> negation(Place waiting) {
        const std::size_t begin = m_scan.at();
        if (m_scan.takeKeyword("NOT")) {
            waiting = {begin, m_scan.at()};
            m_scan.skipSpace();
        } else if (m_scan.take('-')) {
            waiting = {begin, m_scan.at()};
            if (m_scan.atBoundary() && m_scan.peek() != '(') {
                return mistake(begin, begin + 1,
                               R"(- stands right before what it excludes; to search for it write "-")");
            }
        } else {
            return atom(waiting);
        }
        if (m_scan.peek() == '-' || atKeyword("NOT")) {
            return mistake(begin, m_scan.at() + 1,
                           "a term is excluded once; quote a text that begins with - or NOT");
        }
        auto inner = atom(waiting);
        return inner ? Filter{Filter::Kind::negation, {std::move(*inner)}} : inner;
    }

    Parsed<Filter> atom(Place waiting) {
        if (atTermEnd()) {
            return missingTerm(waiting);
        }
        if (m_scan.peek() == '(') {
            return group();
        }
        if (m_scan.peek() == '"') {
            return text(m_scan.quoted());
        }
        if (m_scan.peek() == '/') {
            return text(m_scan.regex());
        }
        const std::string_view name = m_scan.peekName();
        const char next = m_scan.peek(name.size());
        if (!name.empty() && next == ':') {
            return field(name);
        }
        if (isFieldName(name) && (next == '<' || next == '>' || next == '=')) {
            return comparison(name);
        }
        auto word = m_scan.word();
        if (word && numberFieldFromName(word->text)) {
            // `logprob < -3` would silently be three words.
            FilterScanner ahead = m_scan;
            ahead.skipSpace();
            if (ahead.peek() == '<' || ahead.peek() == '>' || ahead.peek() == '=') {
                return mistake(
                    word->begin, ahead.at() + 1,
                    "a comparison has no spaces, as in logprob<-3; to search for the word quote it");
            }
        }
        return text(word);
    }

    [[nodiscard]] std::unexpected<FilterError> missingTerm(Place waiting) const {
        if (waiting.end > waiting.begin) {
            return mistake(waiting.begin, waiting.end, "a term is missing after this");
        }
        if (atKeyword("OR")) {
            return mistake(m_scan.at(), m_scan.at() + 2,
                           R"(a term is missing before OR; to search for the word write "OR")");
        }
        return mistake(m_scan.at(), m_scan.at() + 1, "no parenthesis is open here");
    }

    Parsed<Filter> group() {
        const Place open{m_scan.at(), m_scan.at() + 1};
        if (++m_depth > kMaxDepth) {
            return mistake(open.begin, open.end, "parentheses are nested too deep");
        }
        m_scan.skip(1);
        auto inner = disjunction(open);
        if (inner && !m_scan.take(')')) {
            return mistake(open.begin, open.end, "this parenthesis is not closed");
        }
        --m_depth;
        return inner;
    }

    Parsed<Filter> field(std::string_view name) {
        const std::size_t begin = m_scan.at();
        const std::size_t colon = begin + name.size();
        if (!isFieldName(name)) {
            return unknownField(name);
        }
        m_scan.skip(name.size() + 1);
        if (m_scan.atBoundary() && m_scan.peek() != '(') {
            return mistake(begin, colon + 1, std::string(name) + ": needs a value right after the colon");
        }
        const bool takesRegex = textFieldFromName(name).has_value() && m_scan.peek() == '/';
        const auto value = takesRegex             ? m_scan.regex()
                           : m_scan.peek() == '"' ? m_scan.quoted()
                                                  : m_scan.value();
        return value ? term(fieldTerm(name, *value)) : std::unexpected(value.error());
    }

    [[nodiscard]] std::unexpected<FilterError> unknownField(std::string_view name) const {
        const std::size_t end = m_scan.at() + name.size();
        return mistake(m_scan.at(), end,
                       "there is no field " + std::string(name) +
                           ":; to search for text with a colon, put it in double quotes");
    }

    Parsed<Filter> comparison(std::string_view name) {
        const auto number = numberFieldFromName(name);
        const std::size_t begin = m_scan.at();
        m_scan.skip(name.size());
        if (!number) {
            return mistake(begin, m_scan.at() + 1,
                           std::string(name) + ": takes a colon; to search for this text quote it");
        }
        Compare compare = Compare::equal;
        if (m_scan.take('<')) {
            compare = m_scan.take('=') ? Compare::lessEqual : Compare::less;
        } else if (m_scan.take('>')) {
            compare = m_scan.take('=') ? Compare::greaterEqual : Compare::greater;
        } else {
            m_scan.skip(1);
        }
        if (m_scan.atBoundary()) {
            return mistake(begin, m_scan.at(),
                           "a comparison needs a number right after it, as in logprob<-3");
        }
        const auto value = m_scan.peek() == '"' ? m_scan.quoted() : m_scan.value();
        return value ? term(comparisonTerm(*number, compare, *value)) : std::unexpected(value.error());
    }

    static Parsed<Filter> text(const Parsed<Lexeme>& lexeme) {
        return lexeme ? term(textTerm(TextField::any, *lexeme)) : std::unexpected(lexeme.error());
    }

    static Parsed<Filter> term(Parsed<Term> term) {
        return term ? Parsed<Filter>(Filter{Filter::Kind::term, {}, std::move(*term)})
                    : std::unexpected(std::move(term.error()));
    }

    FilterScanner m_scan;
    int m_depth = 0;
};

/// Bytes before the first that belongs to no code point.
std::size_t validBytes(std::string_view text) {
    const auto next = [&](std::size_t at) {
        for (std::size_t length = 1; length <= 4 && at + length <= text.size(); ++length) {
            if (isValidUtf8(text.substr(at, length))) {
                return length;
            }
        }
        return std::size_t{0};
    };
    std::size_t at = 0;
    for (std::size_t length = next(at); length != 0; length = next(at)) {
        at += length;
    }
    return at;
}

} // namespace

std::expected<Filter, FilterError> parseFilter(std::string_view text) {
    if (const std::size_t bad = validBytes(text); bad < text.size()) {
        return mistake(bad, bad + 1, "the filter is not UTF-8 text");
    }
    return Parser(text).parse();
}

Result<Filter> filterFromText(std::string_view text) {
    auto filter = parseFilter(text);
    if (filter) {
        return std::move(*filter);
    }
    const auto before = text.substr(0, filter.error().position);
    const auto column =
        1 + std::ranges::count_if(before, [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // not a continuation byte
        });
    return fail(ErrorCode::badFilter, "filter: " + filter.error().reason, "column " + std::to_string(column));
}

} // namespace goldpan::queue
