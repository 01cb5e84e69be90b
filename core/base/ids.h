// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Strong ids, so that a row is never taken for an act. Values; safe on any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace goldpan {

template <typename Tag>
struct Id {
    std::int64_t value = 0; ///< 0 names nothing; stored ids begin at 1

    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using RowId = Id<struct RowTag>;     ///< a log entry; ascending in log order
using ActId = Id<struct ActTag>;     ///< a row of the journal; ascending in time
using BatchId = Id<struct BatchTag>; ///< an exported batch

} // namespace goldpan

template <typename Tag>
struct std::hash<goldpan::Id<Tag>> {
    std::size_t operator()(goldpan::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
