// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue says where it has no rows: why, and what to do. A pure function; GUI thread (translation).
#pragma once

#include <QString>

namespace goldpan::ui {

class CommandRegistry;

enum class NoRows {
    noStore,
    stopped, ///< the search was, before it found a row
    looking,
    emptyStore,
    nothingToReview,
    noMatch,
};

struct NoRowsText {
    QString title;
    QString text;
    QString keys;
};

/// The keys as they are now.
[[nodiscard]] NoRowsText noRowsText(NoRows why, const CommandRegistry& registry);

} // namespace goldpan::ui
