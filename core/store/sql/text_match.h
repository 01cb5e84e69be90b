// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextMatcher: one text term of a filter, compiled; and the SQL functions that ask it. Immutable; safe on any
// thread.
#pragma once

#include "core/base/result.h"
#include "core/queue/text_pattern.h"
#include "core/search/literal_scan.h"

#include <memory>
#include <string_view>
#include <vector>

struct sqlite3;

namespace goldpan::sql {

inline constexpr const char* kMatcherPointerType = "goldpan-matcher";

class TextMatcher {
public:
    [[nodiscard]] static Result<std::unique_ptr<TextMatcher>> compile(const queue::TextTerm& term);

    [[nodiscard]] bool matches(std::string_view text) const;
    /// Of a `messages` JSON array: any turn's text, apart.
    [[nodiscard]] bool matchesMessages(std::string_view json) const;

private:
    explicit TextMatcher(std::unique_ptr<queue::TextPattern> pattern)
        : m_pattern(std::move(pattern)) {}
    std::unique_ptr<queue::TextPattern> m_pattern;
    /// What a text must hold to match: most do not, and are told from the others some ten times as fast as by
    /// the pattern.
    std::vector<search::LiteralScan> m_needed;
    bool m_isLiteral = false; ///< a text that holds what is needed does match
};

/// text_match(matcher, text) and messages_match(matcher, json) on this connection; the matcher is a bound
/// pointer.
void registerTextMatch(sqlite3* handle);

} // namespace goldpan::sql
