// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowFinding: what a check of an export found in a row, with the evidence. A value.
#pragma once

#include "core/domain/row_check.h"

#include <cstdint>
#include <string>

namespace goldpan::exporting {

struct RowFinding {
    std::string requestId;
    RowCheck check = RowCheck::duplicate;
    std::string
        other; ///< duplicate, conflict: request id of the other row; contaminated: id of the gold case
    std::string where; ///< "prompt", "correction", "response" or "rejected"; "" where it is about the row
    std::string span;  ///< the words that were met, as they are compared, redacted; at most a line
    double share = 0;  ///< duplicate: Jaccard; contaminated: of the gold prompt's words, 0 where by a run
    std::int64_t tokens = 0; ///< too_long: about how many
    bool excluded = false;
    std::string keptFor; ///< why the operator keeps the row all the same

    bool operator==(const RowFinding&) const = default;
};

/// One JSON object, compact; what is empty is left out. The same in the manifest and on the command line.
[[nodiscard]] std::string findingText(const RowFinding& finding);

} // namespace goldpan::exporting
