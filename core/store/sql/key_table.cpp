// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/key_table.h"

#include <utility>

namespace goldpan::sql {

KeyTable::KeyTable()
    : m_hashes(1 << 12)
    , m_rows(1 << 12)
    , m_mask((1 << 12) - 1) {}

void KeyTable::insert(std::uint64_t hash, RowId row) {
    if ((m_count + 1) * 10 > m_rows.size() * 8) {
        grow();
    }
    place(hash, static_cast<std::uint32_t>(row.value));
    ++m_count;
}

void KeyTable::place(std::uint64_t hash, std::uint32_t row) {
    std::size_t slot = hash & m_mask;
    while (m_rows[slot] != 0) {
        slot = (slot + 1) & m_mask;
    }
    m_hashes[slot] = hash;
    m_rows[slot] = row;
}

void KeyTable::grow() {
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
