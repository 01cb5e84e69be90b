// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BulkChoice: what is to be done to all rows of a result, and how people read it. A value with pure
// functions; the words are for the GUI thread (translation).
#pragma once

#include "core/queue/filter.h"
#include "core/queue/queue_row.h"
#include "ui/state/bulk_runner.h"

#include <QString>

namespace goldpan::ui {

enum class BulkAct {
    none, ///< not chosen yet
    accept,
    discard,
    defer,
    reopen,
    addTag,
    removeTag,
};

struct BulkChoice {
    BulkAct act = BulkAct::none;
    QString tag; ///< of the last two

    [[nodiscard]] bool isTag() const { return act == BulkAct::addTag || act == BulkAct::removeTag; }
    /// All is said that has to be.
    [[nodiscard]] bool isWhole() const { return act != BulkAct::none && (!isTag() || !tag.isEmpty()); }
    bool operator==(const BulkChoice&) const = default;
};

/// "1 row", "1,284 rows"
[[nodiscard]] QString rowsText(std::int64_t rows);
/// "Discard 1,284 rows"
[[nodiscard]] QString bulkButtonText(const BulkChoice& choice, std::int64_t rows);
/// "Discarding 1,284 rows"
[[nodiscard]] QString bulkProgressText(const BulkChoice& choice, std::int64_t rows);

/// The rows that the choice leaves as they are.
[[nodiscard]] queue::Filter bulkUnchanged(const BulkChoice& choice);
[[nodiscard]] bool bulkChanges(const BulkChoice& choice, const queue::QueueRow& row);
[[nodiscard]] BulkRunner::Act bulkActOf(const BulkChoice& choice);

} // namespace goldpan::ui
