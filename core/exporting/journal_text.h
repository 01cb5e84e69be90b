// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a batch's journal. Pure functions; safe on any thread.
#pragma once

#include "core/exporting/batch_journal.h"

#include <optional>
#include <string>
#include <string_view>

namespace goldpan::exporting {

/// JSON with a seal at its end.
[[nodiscard]] std::string pendingText(const PendingBatch& pending);

/// None of a text that was not written to its end, or that names what no export would: a file outside the
/// folder, a temporary name that is not that of its file, something else to remove than a batch owns.
[[nodiscard]] std::optional<PendingBatch> pendingFromText(std::string_view text);

} // namespace goldpan::exporting
