// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_place.h"

#include <bit>

namespace goldpan::sql {
namespace {

constexpr Rank kSign = Rank{1} << 63U;

Rank directed(Rank rank, bool descending) {
    return descending ? ~rank : rank;
}

} // namespace

Rank rankOf(std::int64_t value, bool descending) {
    return directed(static_cast<Rank>(value) ^ kSign, descending);
}

Rank rankOf(double value, bool descending) {
    const auto bits = std::bit_cast<Rank>(value == 0 ? 0.0 : value); // -0 is the same number
    return directed((bits & kSign) != 0 ? ~bits : bits | kSign, descending);
}

std::int64_t integerOf(Rank rank, bool descending) {
    return static_cast<std::int64_t>(directed(rank, descending) ^ kSign);
}

double realOf(Rank rank, bool descending) {
    const Rank upward = directed(rank, descending);
    return std::bit_cast<double>((upward & kSign) != 0 ? upward ^ kSign : ~upward);
}

} // namespace goldpan::sql
