// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ids of a queue as the window gets them, and how soon its first page could be shown. One thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/queue/queue_query.h"
#include "core/store/store.h"

#include <cstddef>
#include <string>
#include <vector>

namespace goldpan::bench {

inline constexpr std::size_t kPage = 200; ///< rows

/// All ids of the filter, in order. `firstPage`, where it is not null: milliseconds until the first ids were
/// there and their rows read.
[[nodiscard]] Result<std::vector<RowId>> selectIds(store::Store& store, const std::string& filterText,
                                                   queue::Order order, double* firstPage);

} // namespace goldpan::bench
