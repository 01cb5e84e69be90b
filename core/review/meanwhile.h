// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Meanwhile: what was decided about rows since an act over many of them began. People work on beside it, and
// what they decide by hand counts for more than what was chosen for all before. One object an act; refers to
// what it is given.
#pragma once

#include "core/review/row_acts.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace goldpan::review {

/// What a decision changes of a row.
inline constexpr std::array kDecided{Aspect::state, Aspect::correction};

class Meanwhile {
public:
    /// `name`: of the tag where the aspect is one.
    Meanwhile(std::span<const Aspect> aspects, std::string_view name)
        : m_aspects(aspects)
        , m_name(name) {}

    /// Nobody comes between the rows of an act on a single one.
    [[nodiscard]] Result<void> begin(store::WriteGate& gate, std::size_t rows);
    /// `write`, or no changes where somebody else was there since.
    [[nodiscard]] RowChanges unlessTouched(store::WriteTransaction& tx, RowId row,
                                           const std::function<RowChanges()>& write);
    /// Rows that were left alone.
    [[nodiscard]] std::int64_t count() const { return m_count; }

private:
    std::span<const Aspect> m_aspects;
    std::string_view m_name;
    std::int64_t m_place = -1; ///< in the journal; -1: not looked at
    std::int64_t m_count = 0;
};

} // namespace goldpan::review
