// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IdSet: how many different row ids there were, in a bit each where they stand close together, as they do.
// A value.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <unordered_map>

namespace goldpan::sql {

class IdSet {
public:
    void insert(std::int64_t id) {
        auto& block = m_blocks[id >> kShift];
        if (!block) {
            block = std::make_unique<Block>();
        }
        const auto bit = static_cast<std::size_t>(id & (kIds - 1));
        m_size += block->test(bit) ? 0 : 1;
        block->set(bit);
    }
    [[nodiscard]] std::int64_t size() const { return m_size; }

private:
    static constexpr int kShift = 15;
    static constexpr std::int64_t kIds = std::int64_t{1} << kShift;
    using Block = std::bitset<static_cast<std::size_t>(kIds)>;

    std::unordered_map<std::int64_t, std::unique_ptr<Block>> m_blocks;
    std::int64_t m_size = 0;
};

} // namespace goldpan::sql
