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
#include <utility>
#include <vector>

namespace goldpan::sql {

class KeyTable {
public:
    void insert(std::uint64_t hash, RowId row) { partOf(hash).insert(hash, row); }
    [[nodiscard]] std::size_t count() const {
        std::size_t all = 0;
        for (const auto& part : m_parts) {
            all += part.count();
        }
        return all;
    }
    /// A find() of this hash will come: asks the memory for where it will look, which lies anywhere.
    void expect(std::uint64_t hash) const { m_parts[hash >> kPartShift].expect(hash); }
    /// Calls `isSame(row)` for each row of that hash until it says true; true then.
    template <typename Same>
    [[nodiscard]] bool find(std::uint64_t hash, Same&& isSame) const {
        return m_parts[hash >> kPartShift].find(hash, isSame);
    }

    /// Calls `take(hash, row)`, the hash as SQLite has it (signed), in ascending order of both, until it
    /// answers false. Sorts a part at a time: of ten million keys that takes 3 MB more.
    template <typename Take>
    void eachInOrder(Take&& take) const {
        for (std::size_t part = 0; part < m_parts.size(); ++part) {
            for (const auto& [hash, row] : m_parts[part ^ kNegativeParts].sorted()) {
                if (!take(hash, RowId{row})) {
                    return;
                }
            }
        }
    }

private:
    static constexpr unsigned kPartBits = 6;
    static constexpr std::size_t kNegativeParts = std::size_t{1} << (kPartBits - 1); ///< they come first
    static constexpr unsigned kPartShift = 64 - kPartBits;

    class Part {
    public:
        Part();

        void insert(std::uint64_t hash, RowId row);
        [[nodiscard]] std::size_t count() const { return m_count; }
        void expect(std::uint64_t hash) const {
            __builtin_prefetch(&m_rows[hash & m_mask]);
            __builtin_prefetch(&m_hashes[hash & m_mask]);
        }
        [[nodiscard]] std::vector<std::pair<std::int64_t, std::uint32_t>> sorted() const;
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
