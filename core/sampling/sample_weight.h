// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a log line says for how many requests it stands: `sample_weight` in its `meta`. The log writer and an
// export say it, imports read it, so that a log that was sampled counts as the log that it stands for. Pure
// functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::sampling {

/// 1 where it says nothing, or nothing that is a weight.
[[nodiscard]] double weightOf(std::string_view meta);

/// Into JSON object text, or "" where there is none: it says `weight`, at most kMostLoggedWeight, and nothing
/// for 1. What says so already stays as it is written.
void setWeight(std::string& meta, double weight);

/// Whether all that they say beside the weight is the same: two logs of the same requests, sampled apart.
[[nodiscard]] bool isSameBesideWeight(const std::string& meta, const std::string& other);

} // namespace goldpan::sampling
