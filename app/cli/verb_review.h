// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `review STORE accept|discard|defer|reopen`: the other decisions. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/row_selection.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct ReviewOptions : ActOptions {
    std::string decision;
    RowSelection rows;
};

[[nodiscard]] Result<int> runReview(const ReviewOptions& options, Io& io);
void addReview(VerbTable& verbs);

} // namespace goldpan::cli
