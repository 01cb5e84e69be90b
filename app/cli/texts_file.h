// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The {"request_id": "text"} file of `corrections` and `suggestions`: reading it, and saying what came of it.
// Free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/result.h"
#include "core/review/review_service.h"

#include <string>
#include <vector>

namespace goldpan::cli {

/// `-` is standard input. The error names the file.
[[nodiscard]] Result<std::vector<review::RowText>> readTexts(const std::string& file, Io& io);
/// The counts as results, ids that the store does not hold as messages. Of an import that ended before its
/// end they say so: `"complete": false`.
void printTexts(Io& io, bool json, const review::TextsTally& tally, bool complete = true);

} // namespace goldpan::cli
