// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowDetail: everything the panes show of one row, read in one go. A value; read by a worker, shared with the
// window.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/message.h"
#include "core/queue/queue_row.h"
#include "core/store/entry_reader.h"

namespace goldpan::store {
class Store;
}

namespace goldpan::ui {

struct RowDetail {
    store::EntryRecord record;
    queue::QueueRow row; ///< the same row as the queue shows it
    std::vector<Message> conversation;
    std::optional<Draft> draft;            ///< of the operator who sits here
    std::optional<std::string> suggestion; ///< of a stronger model

    /// What the editor would hold without a draft: the saved correction, else the response.
    [[nodiscard]] const std::string& baseText() const;
    [[nodiscard]] const std::string& editorText() const;
    /// When editorText() was written; the epoch for the response.
    [[nodiscard]] Timestamp wordsFrom() const;
    /// The correction, where it is newer and not by `operatorName`.
    [[nodiscard]] const Correction* newerByAnother(Timestamp than, std::string_view operatorName) const;
    [[nodiscard]] bool hasTag(std::string_view tag) const;
};

using RowDetailPtr = std::shared_ptr<const RowDetail>;

[[nodiscard]] Result<RowDetailPtr> readRowDetail(store::Store& store, RowId row,
                                                 std::string_view operatorName);

} // namespace goldpan::ui
