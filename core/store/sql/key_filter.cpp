// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/key_filter.h"

#include <algorithm>

namespace goldpan::sql {
namespace {

constexpr std::size_t kBlockBits = 512;
constexpr std::size_t kBitsAKey = 16;
constexpr unsigned kBits = 4;      // set by a key in its block
constexpr unsigned kPlaceBits = 9; // of the hash, for one of them

} // namespace

KeyFilter::KeyFilter(std::size_t room)
    : m_room(room)
    , m_blocks(std::max<std::size_t>(1, room * kBitsAKey / kBlockBits)) {}

void KeyFilter::add(std::uint64_t hash) {
    auto& block = m_blocks[blockOf(hash)];
    for (unsigned i = 0; i < kBits; ++i, hash >>= kPlaceBits) {
        block[(hash >> 6U) & 7U] |= std::uint64_t{1} << (hash & 63U);
    }
    ++m_count;
}

bool KeyFilter::mayHave(std::uint64_t hash) const {
    const auto& block = m_blocks[blockOf(hash)];
    for (unsigned i = 0; i < kBits; ++i, hash >>= kPlaceBits) {
        if ((block[(hash >> 6U) & 7U] >> (hash & 63U) & 1U) == 0) {
            return false;
        }
    }
    return true;
}

} // namespace goldpan::sql
