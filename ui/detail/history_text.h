// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How acts and changes read as text. Pure functions; GUI thread (translation).
#pragma once

#include "core/domain/act.h"

#include <QString>

#include <vector>

namespace goldpan::ui {

enum class ChangeLength {
    line, ///< one short line, long texts cut
    full, ///< a line a change, for a tooltip
};

/// "2026-06-12 09:14:03"
[[nodiscard]] QString actTime(const Act& act);
/// "tagged: billing", "accepted (undone)", "undo of act 12"
[[nodiscard]] QString actText(const Act& act);
/// "state: unreviewed → accepted; + tag billing"
[[nodiscard]] QString changesText(const std::vector<Change>& changes, ChangeLength length);

} // namespace goldpan::ui
