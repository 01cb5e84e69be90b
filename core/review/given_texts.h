// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of a file by the row they are for. A pure step before an import; the store's thread.
#pragma once

#include "core/base/ids.h"
#include "core/review/review_service.h"

#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace goldpan::store {
class EntryReader;
}

namespace goldpan::review {

struct GivenText {
    RowId row;
    const RowText* given = nullptr; ///< its text is there and not empty
};

/// Looks the ids up, in the file's order; what is empty or unknown is only counted. Of an id given twice the
/// last counts, and no row comes twice. `cancelled` when `stop` was asked for.
[[nodiscard]] Result<std::vector<GivenText>> rowsOfTexts(store::EntryReader& entries,
                                                         std::span<const RowText> texts, TextsTally& tally,
                                                         std::stop_token stop);

} // namespace goldpan::review
