// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer: where a value sits, as a profile writes it: a JSON Pointer (RFC 6901) in which `*` stands for
// every element or member and `-` for the last element, and digits before it climb out of that many levels of
// `each`. A value; safe on any thread.
#pragma once

#include "core/base/json_tree.h"
#include "core/base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

/// What a pointer is asked in, from the inside: the record, what `each` found it in, and so on to the whole
/// object that was read.
using Scope = std::vector<const JsonTree*>;

class Pointer {
public:
    /// Fails with badValue: no leading `/`, or a `~` that is no escape.
    [[nodiscard]] static Result<Pointer> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::size_t levelsUp() const { return m_levelsUp; }
    [[nodiscard]] const std::vector<std::string>& tokens() const { return m_tokens; }
    [[nodiscard]] bool hasWildcard() const { return m_hasWildcard; }

    /// Every value that is there, in the order of the text.
    [[nodiscard]] std::vector<const JsonTree*> all(const Scope& scope) const;
    /// The first that is there and not null; null where there is none.
    [[nodiscard]] const JsonTree* first(const Scope& scope) const;
    /// Below `root`, whatever the level.
    [[nodiscard]] std::vector<JsonTree*> allIn(JsonTree& root) const;

    bool operator==(const Pointer&) const = default;

private:
    std::string m_text;
    std::size_t m_levelsUp = 0;
    std::vector<std::string> m_tokens;
    bool m_hasWildcard = false;
};

/// `/a~1b` for the key `a/b`.
void appendToken(std::string& pointer, std::string_view key);

} // namespace goldpan::profiles
