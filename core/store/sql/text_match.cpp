// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/text_match.h"

#include "core/domain/message.h"
#include "core/search/regex_literals.h"
#include "core/store/sql/sql_value.h"

#include <algorithm>
#include <sqlite3.h>

namespace goldpan::sql {
namespace {

template <bool (TextMatcher::*Ask)(std::string_view) const>
void ask(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* matcher =
        static_cast<const TextMatcher*>(sqlite3_value_pointer(values[0], kMatcherPointerType));
    const bool hit = matcher != nullptr && sqlite3_value_type(values[1]) != SQLITE_NULL &&
                     (matcher->*Ask)(textOf(values[1]));
    sqlite3_result_int(context, hit ? 1 : 0);
}

} // namespace

Result<std::unique_ptr<TextMatcher>> TextMatcher::compile(const queue::TextTerm& term) {
    auto pattern = queue::TextPattern::compile(term);
    if (!pattern) {
        return std::unexpected(pattern.error());
    }
    std::unique_ptr<TextMatcher> self(new TextMatcher(std::move(*pattern)));
    const auto need = [&](std::string_view literal) {
        if (search::LiteralScan scan(literal); scan.isUseful()) {
            self->m_needed.push_back(std::move(scan));
        }
    };
    if (!term.regex) {
        need(term.text);
        self->m_isLiteral = !self->m_needed.empty() && self->m_needed.front().isWhole();
        return self;
    }
    for (const auto& oneOf : search::neededLiterals(term.text, term.ignoreCase)) {
        if (oneOf.size() == 1) {
            need(oneOf.front());
        }
    }
    return self;
}

bool TextMatcher::matches(std::string_view text) const {
    const bool may =
        std::ranges::all_of(m_needed, [&](const search::LiteralScan& scan) { return scan.mayHold(text); });
    return may && (m_isLiteral || m_pattern->matches(text));
}

bool TextMatcher::matchesMessages(std::string_view json) const {
    const bool lacks = std::ranges::any_of(m_needed, [&](const search::LiteralScan& scan) {
        return scan.isPlainInJson() && !scan.mayHold(json);
    });
    if (lacks && !json.contains("\\u")) { // which may stand for any character
        return false;
    }
    const auto messages = parseMessages(json);
    return messages && std::ranges::any_of(*messages, [&](const Message& message) {
               return matches(message.text) || matches(message.reasoning) || matches(message.toolCalls);
           });
}

void registerTextMatch(sqlite3* handle) {
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    sqlite3_create_function_v2(handle, "text_match", 2, kFlags, nullptr, ask<&TextMatcher::matches>, nullptr,
                               nullptr, nullptr);
    sqlite3_create_function_v2(handle, "messages_match", 2, kFlags, nullptr,
                               ask<&TextMatcher::matchesMessages>, nullptr, nullptr, nullptr);
}

} // namespace goldpan::sql
