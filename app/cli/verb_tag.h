// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `tag STORE add|remove TAG`: any tag on any rows. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/row_selection.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct TagOptions : ActOptions {
    std::string action; ///< add or remove
    std::string tag;
    RowSelection rows;
};

[[nodiscard]] Result<int> runTag(const TagOptions& options, Io& io);
void addTag(VerbTable& verbs);

} // namespace goldpan::cli
