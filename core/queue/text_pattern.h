// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextPattern: one text term of a filter, compiled. Immutable; safe on any thread.
#pragma once

#include "core/base/result.h"
#include "core/queue/filter.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace re2 {
class RE2;
}

namespace goldpan::queue {

struct TextSpan { ///< bytes; `end` is exclusive
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextSpan&) const = default;
};

/// Substrings ignore case by Unicode simple folding (RE2's own), marks kept; regular expressions are RE2.
class TextPattern {
public:
    /// badFilter with RE2's reason.
    [[nodiscard]] static Result<std::unique_ptr<TextPattern>> compile(const TextTerm& term);
    ~TextPattern();

    [[nodiscard]] bool matches(std::string_view text) const;
    /// The first place from `from` on that it matches; what stands before `from` is still its context.
    [[nodiscard]] std::optional<TextSpan> find(std::string_view text, std::size_t from) const;

private:
    explicit TextPattern(std::unique_ptr<re2::RE2> pattern);
    std::unique_ptr<re2::RE2> m_pattern;
};

} // namespace goldpan::queue
