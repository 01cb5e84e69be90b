// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `undo STORE` and `redo STORE`: takes an act back, or does it again. A value and free functions; same
// thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>

namespace goldpan::cli {

class VerbTable;

struct UndoOptions : ActOptions {
    std::optional<std::int64_t> act; ///< none: the operator's newest
};

[[nodiscard]] Result<int> runUndo(const UndoOptions& options, Io& io);
[[nodiscard]] Result<int> runRedo(const ActOptions& options, Io& io);
void addUndo(VerbTable& verbs);
void addRedo(VerbTable& verbs);

} // namespace goldpan::cli
