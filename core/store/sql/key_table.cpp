// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/key_table.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace goldpan::sql {
namespace {

constexpr std::size_t kFirstSlots = 64;

} // namespace

KeyTable::Part::Part()
    : m_hashes(kFirstSlots)
    , m_rows(kFirstSlots)
    , m_mask(kFirstSlots - 1) {}

void KeyTable::Part::insert(std::uint64_t hash, RowId row) {
    if ((m_count + 1) * 10 > m_rows.size() * 8) {
        grow();
    }
    place(hash, static_cast<std::uint32_t>(row.value));
    ++m_count;
}

std::vector<std::pair<std::int64_t, std::uint32_t>> KeyTable::Part::sorted() const {
    std::vector<std::pair<std::int64_t, std::uint32_t>> keys;
    keys.reserve(m_count);
    for (std::size_t slot = 0; slot < m_rows.size(); ++slot) {
        if (m_rows[slot] != 0) {
            keys.emplace_back(static_cast<std::int64_t>(m_hashes[slot]), m_rows[slot]);
        }
    }
    std::ranges::sort(keys);
    return keys;
}

void KeyTable::Part::place(std::uint64_t hash, std::uint32_t row) {
    std::size_t slot = hash & m_mask;
    while (m_rows[slot] != 0) {
        slot = (slot + 1) & m_mask;
    }
    m_hashes[slot] = hash;
    m_rows[slot] = row;
}

void KeyTable::Part::grow() {
    auto hashes = std::exchange(m_hashes, std::vector<std::uint64_t>(m_hashes.size() * 2));
    auto rows = std::exchange(m_rows, std::vector<std::uint32_t>(m_rows.size() * 2));
    m_mask = m_rows.size() - 1;
    for (std::size_t slot = 0; slot < rows.size(); ++slot) {
        if (rows[slot] != 0) {
            place(hashes[slot], rows[slot]);
        }
    }
}

} // namespace goldpan::sql
