// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `readiness --timeline` adds: the log day by day, its logprobs, its drift windows. Pure functions over
// streams; any thread.
#pragma once

#include "app/cli/output.h"
#include "core/readiness/overview.h"

#include <iosfwd>

namespace goldpan::cli {

/// Adds the keys `days`, `logprobs` and `windows`.
void addTimeline(Json& object, const readiness::Overview& overview);
/// A table each, of what there is.
void printTimeline(std::ostream& out, const readiness::Overview& overview);

} // namespace goldpan::cli
