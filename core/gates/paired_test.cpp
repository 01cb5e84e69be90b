// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/paired_test.h"

#include <algorithm>
#include <cmath>

namespace goldpan::gates {

Interval wilsonInterval(std::int64_t passed, std::int64_t n) {
    if (n <= 0) {
        return {};
    }
    constexpr double kZ = 1.959963984540054; // of 95 %, two-sided
    const auto cases = static_cast<double>(n);
    const double share = static_cast<double>(passed) / cases;
    const double scale = 1 + kZ * kZ / cases;
    const double middle = (share + kZ * kZ / (2 * cases)) / scale;
    const double half = kZ * std::sqrt(share * (1 - share) / cases + kZ * kZ / (4 * cases * cases)) / scale;
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

double mcnemarP(std::int64_t lost, std::int64_t won) {
    const std::int64_t changed = lost + won;
    // Sum of the smaller tail of Binomial(changed, 1/2), in logarithms: powers of two underflow.
    double tail = 0;
    const auto logFactorial = [](std::int64_t k) { return std::lgamma(static_cast<double>(k) + 1); };
    for (std::int64_t k = 0; k <= std::min(lost, won); ++k) {
        tail += std::exp(logFactorial(changed) - logFactorial(k) - logFactorial(changed - k) -
                         static_cast<double>(changed) * std::log(2.0));
    }
    return std::min(1.0, 2 * tail);
}

} // namespace goldpan::gates
