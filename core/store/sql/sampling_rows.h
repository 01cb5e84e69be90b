// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The account of sampling as values. Functions over the caller's connection.
#pragma once

#include "core/store/sampling_stats.h"
#include "core/store/sql/connection.h"

#include "core/base/result.h"

namespace goldpan::sql {

[[nodiscard]] Result<store::SamplingStats> readSampling(Connection& connection);

} // namespace goldpan::sql
