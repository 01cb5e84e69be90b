// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EntryReader: whole rows, drafts and history. Owned by its Store; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/act.h"
#include "core/domain/correction.h"
#include "core/domain/log_entry.h"
#include "core/domain/review_state.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {

struct EntryRecord {
    RowId id;
    LogEntry entry;
    ReviewState state = ReviewState::unreviewed;
    std::optional<Correction> correction; ///< exactly while state is `corrected`
    std::uint32_t flags = 0;              ///< RowFlag bits
    double weight = 1;                    ///< rows of the log that it stands for
};

/// What a row was asked, as stored; the texts are valid during the call only. False stops.
using ContextSink = std::function<bool(RowId row, std::string_view prompt, std::string_view messages)>;

class EntryReader {
public:
    virtual ~EntryReader() = default;

    [[nodiscard]] virtual Result<std::optional<RowId>> find(std::string_view requestId) = 0;
    /// notFound where there is no such row.
    [[nodiscard]] virtual Result<EntryRecord> read(RowId row) = 0;
    [[nodiscard]] virtual Result<std::vector<Draft>> drafts(RowId row) = 0;
    /// What a stronger model would have answered, where somebody imported that; redacted.
    [[nodiscard]] virtual Result<std::optional<std::string>> suggestion(RowId row) = 0;
    /// At most `limit` rows after `after`, in log order.
    [[nodiscard]] virtual Result<void> contexts(RowId after, std::int64_t limit, const ContextSink& sink) = 0;
    /// Newest first; of one row (with its changes) or, without one, of the whole store (acts only). limit 0:
    /// all.
    [[nodiscard]] virtual Result<std::vector<HistoryItem>> history(std::optional<RowId> row,
                                                                   std::int64_t limit) = 0;
    /// When `operatorName` corrected, accepted, discarded or deferred since `since`, newest first, as far as
    /// it is not undone; of the newest thousand acts.
    [[nodiscard]] virtual Result<std::vector<Timestamp>> recentDecisions(std::string_view operatorName,
                                                                         Timestamp since) = 0;
    /// Rows that `operatorName` brought to the state `corrected` since `since`, by correction time.
    [[nodiscard]] virtual Result<std::int64_t> correctedSince(std::string_view operatorName,
                                                              Timestamp since) = 0;
};

} // namespace goldpan::store
