// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SharedLeftovers: what one level around several rows left over beside them, and which rows keep it where it
// is long: thousands of spans may stand in one resource. A value.
#pragma once

#include "core/base/json_tree.h"
#include "core/profiles/mapped_row.h"

#include <cstddef>
#include <string>
#include <vector>

namespace goldpan::profiles {

struct SharedLeftovers {
    JsonTree tree = JsonTree::object();
    std::string level;     ///< as pointers of the rows climb to it
    std::size_t bytes = 0; ///< of the tree as JSON
    bool isLong = false;
    std::vector<std::size_t> rows = {}; ///< where it is long: the numbers of the rows in it
};

/// A row whose meta is not written yet.
struct OpenRow {
    MappedRow* row = nullptr;
    JsonTree* meta = nullptr;
};

/// Once all of its rows are known: into the `extra` of a few, whose ids the others then name. Which ones
/// sampling leaves out is not known here, but of the healthy rows of an hour it keeps those with the smallest
/// hashes, and all with a tag of the loop or a low logprob: the first of each hour and of both kinds is there
/// wherever any of its kind is, unless there are too many hours to have a copy for each. What is kept for a
/// drift window that is open in the store is not foreseen.
void keepLong(const SharedLeftovers& shared, const std::vector<OpenRow>& rows);

} // namespace goldpan::profiles
