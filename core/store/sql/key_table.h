// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeyTable: hash of a request id -> row number, for a store that is being built (its index comes last).
// Twelve bytes a slot: 10 M rows take 200 MB, also while it grows: it does so in many small parts, one after
// the other. Owned by one import; same thread.
#pragma once

#include "core/base/ids.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace goldpan::sql {

class KeyTable {
public:
    void insert(std::uint64_t hash, RowId row) { partOf(hash).insert(hash, row); }
    /// Calls `isSame(row)` for each row of that hash until it says true; true then.
    template <typename Same>
    [[nodiscard]] bool find(std::uint64_t hash, Same&& isSame) const {
        return m_parts[hash >> kPartShift].find(hash, isSame);
    }

private:
    static constexpr unsigned kPartBits = 6;
    static constexpr unsigned kPartShift = 64 - kPartBits;

    class Part {
    public:
        Part();

        void insert(std::uint64_t hash, RowId row);
        template <typename Same>
        [[nodiscard]] bool find(std::uint64_t hash, Same& isSame) const {
            for (std::size_t slot = hash & m_mask; m_rows[slot] != 0; slot = (slot + 1) & m_mask) {
                if (m_hashes[slot] == hash && isSame(RowId{m_rows[slot]})) {
                    return true;
                }
            }
            return false;
        }

    private:
        void place(std::uint64_t hash, std::uint32_t row);
        void grow();

        std::vector<std::uint64_t> m_hashes;
        std::vector<std::uint32_t> m_rows; ///< 0: the slot is free
        std::size_t m_mask;
        std::size_t m_count = 0;
    };

    Part& partOf(std::uint64_t hash) { return m_parts[hash >> kPartShift]; }

    std::array<Part, std::size_t{1} << kPartBits> m_parts; ///< by the first bits; slots are by the last
};

} // namespace goldpan::sql
