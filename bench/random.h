// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random: SplitMix64 (Steele, Lea, Flood 2014), the same numbers on every machine, which the standard
// library's distributions do not promise. A value; one thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace goldpan::bench {

class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// 0 <= x < n, n < 2^32.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(((next() >> 32U) * n) >> 32U); }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    bool chance(std::size_t percent) { return below(100) < percent; }
    /// About the standard normal (twelve uniforms), without libm, whose last digit differs by version.
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += static_cast<double>(next() >> 11U) * 0x1p-53;
        }
        return sum;
    }

private:
    std::uint64_t m_state;
};

} // namespace goldpan::bench
