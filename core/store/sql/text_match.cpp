// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/text_match.h"

#include "core/domain/message.h"

#include <algorithm>
#include <re2/re2.h>
#include <sqlite3.h>

namespace goldpan::sql {
namespace {

std::string_view textOf(sqlite3_value* value) {
    const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return data == nullptr ? std::string_view()
                           : std::string_view(data, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

template <bool (TextMatcher::*Ask)(std::string_view) const>
void ask(sqlite3_context* context, int, sqlite3_value** values) {
    const auto* matcher =
        static_cast<const TextMatcher*>(sqlite3_value_pointer(values[0], kMatcherPointerType));
    const bool hit = matcher != nullptr && sqlite3_value_type(values[1]) != SQLITE_NULL &&
                     (matcher->*Ask)(textOf(values[1]));
    sqlite3_result_int(context, hit ? 1 : 0);
}

} // namespace

TextMatcher::TextMatcher(std::unique_ptr<re2::RE2> pattern)
    : m_pattern(std::move(pattern)) {}

TextMatcher::~TextMatcher() = default;

Result<std::unique_ptr<TextMatcher>> TextMatcher::compile(const queue::TextTerm& term) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_literal(!term.regex);
    options.set_case_sensitive(!term.ignoreCase);
    options.set_max_mem(64 << 20);
    auto pattern = std::make_unique<re2::RE2>(term.text, options);
    if (!pattern->ok()) {
        return fail(ErrorCode::badFilter, "the regular expression is not valid: " + pattern->error());
    }
    return std::unique_ptr<TextMatcher>(new TextMatcher(std::move(pattern)));
}

bool TextMatcher::matches(std::string_view text) const {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *m_pattern);
}

bool TextMatcher::matchesMessages(std::string_view json) const {
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
