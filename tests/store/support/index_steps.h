// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Building a search index step by step. Test support.
#pragma once

#include "core/store/search_index.h"
#include "tests/store/support/store_builder.h"

#include <string>

namespace goldpan::test {

/// "building 50 of 90"
[[nodiscard]] std::string indexStateOf(StoreBuilder& store);

/// Builds, and stops once `stretches` of them are there.
Result<store::IndexReport> buildIndex(store::Store& store, std::int64_t stretch = 1 << 14,
                                      int stretches = 1 << 30);

} // namespace goldpan::test
