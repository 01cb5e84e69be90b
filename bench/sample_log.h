// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sample log that ships in resources/sample: two weeks of a shop's support model that drifts after a
// deployment. Pure functions; the same bytes everywhere.
#pragma once

#include <string>

namespace goldpan::bench {

struct SampleFiles {
    std::string log;         ///< 2,000 rows
    std::string driftEvents; ///< JSON Lines
    std::string feedback;    ///< JSON Lines
};

/// People, addresses and numbers are invented and lie in reserved ranges.
[[nodiscard]] SampleFiles makeSample();

} // namespace goldpan::bench
