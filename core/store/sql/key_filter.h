// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeyFilter: which hashes of request ids a store may have, in two bytes a key: most of what is new is known
// to be new without a look at the tables. A Bloom filter in blocks of one cache line. Owned by one RowKeys.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace goldpan::sql {

class KeyFilter {
public:
    /// With so many keys, three of a thousand that are not there are taken for such that may be.
    explicit KeyFilter(std::size_t room);

    void add(std::uint64_t hash);
    /// False: it was never added.
    [[nodiscard]] bool mayHave(std::uint64_t hash) const;
    [[nodiscard]] bool isFull() const { return m_count >= m_room; }

private:
    using Block = std::array<std::uint64_t, 8>;

    [[nodiscard]] std::size_t blockOf(std::uint64_t hash) const {
        return static_cast<std::size_t>((hash >> 32U) * m_blocks.size() >> 32U);
    }

    std::size_t m_room;
    std::size_t m_count = 0;
    std::vector<Block> m_blocks;
};

} // namespace goldpan::sql
