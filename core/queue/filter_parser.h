// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filter text <-> Filter. Pure functions; safe on any thread. The grammar is resources/docs/filters.md.
#pragma once

#include "core/base/result.h"
#include "core/queue/filter.h"

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace goldpan::queue {

struct FilterError {
    std::size_t position = 0; ///< byte offset in the text where the mistake begins
    std::size_t length = 1;   ///< bytes to underline, at least 1
    std::string reason;       ///< one English sentence

    bool operator==(const FilterError&) const = default;
};

/// Nothing is guessed: a mistake is an error at its position. Empty text is every row.
[[nodiscard]] std::expected<Filter, FilterError> parseFilter(std::string_view text);

/// parseFilter as a Result: code badFilter, where "column N" (N counts code points from 1).
[[nodiscard]] Result<Filter> filterFromText(std::string_view text);

/// Text that parses to the same Filter; quotes only where needed.
[[nodiscard]] std::string filterToText(const Filter& filter);

/// The names of all fields, for completion.
[[nodiscard]] std::span<const std::string_view> filterFields();
/// Fields that are compared: `logprob`, `latency`.
[[nodiscard]] bool isNumberField(std::string_view name);

} // namespace goldpan::queue
