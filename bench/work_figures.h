// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people's own work and its export cost on a store. One thread.
#pragma once

#include "bench/figures.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/store/store.h"

#include <span>
#include <string>
#include <string_view>

namespace goldpan::bench {

inline constexpr std::string_view kOperator = "bench";

/// Corrects some of the rows one by one and all at once, tags them and takes that back.
[[nodiscard]] Result<void> measureCorrections(store::Store& store, const redact::Redactor& redactor,
                                              std::span<const RowId> ids, Figures& figures);

/// Writes batches beside the store at `path`.
[[nodiscard]] Result<void> measureExports(store::Store& store, const redact::Redactor& redactor,
                                          const std::string& path, Figures& figures);

} // namespace goldpan::bench
