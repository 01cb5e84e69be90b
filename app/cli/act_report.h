// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the outcome of an act looks. Pure functions over streams; any thread.
#pragma once

#include "app/cli/io.h"
#include "core/review/review_service.h"

#include <string_view>

namespace goldpan::cli {

/// `{"act","changed","skipped"}`, or one line that begins with `what`.
void printAct(Io& io, bool json, std::string_view what, const review::ActOutcome& outcome);

} // namespace goldpan::cli
