// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a log line says for how many requests it stands: `sample_weight` in its `meta`. The log writer notes
// it, imports read it, so that a log that was sampled counts as the log that it stands for. Pure functions;
// safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::ingest {

/// Into JSON object text, or "" where there is none yet. What says more already stays: a log that was sampled
/// before.
void noteWeight(std::string& meta, double weight);

/// 1 where it says nothing, or nothing that is a weight.
[[nodiscard]] double weightOf(std::string_view meta);

} // namespace goldpan::ingest
