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
    std::string level; ///< as pointers of the rows climb to it
    bool isLong = false;
    std::vector<std::size_t> rows = {}; ///< where it is long: the numbers of the rows in it
};

/// Once all of its rows are known: into the `meta.extra` of a few, whose ids the others then name. Which ones
/// sampling leaves out is not known here, but of healthy rows it keeps those with the smallest hashes, and
/// all with a tag of the loop or a low logprob: the first of each kind is there wherever any of its kind is.
void keepLong(const SharedLeftovers& shared, const std::vector<MappedRow*>& rows);

} // namespace goldpan::profiles
