// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Naming a filter for everybody who works on the store. Names and filters are people's own words: a name is
// redacted before it is written, a filter with PII is not written. Free functions; the store's thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/store/saved_queues.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace goldpan::review {

struct SavedQueueOutcome {
    store::SavedQueue queue;                   ///< as it was written
    bool redacted = false;                     ///< the name as given held PII
    std::optional<store::SavedQueue> replaced; ///< another one that had the name
};

/// badValue for a name that cannot be one; badFilter for a filter that is none; refused for PII in the
/// filter, which with a token in its place would find other rows.
[[nodiscard]] Result<SavedQueueOutcome>
saveQueue(store::SavedQueues& queues, const redact::Redactor& redactor, const store::SavedQueue& queue);
/// Writes `earlier` again, at `place` where its name is free. refused where the name belongs to another queue
/// by now than `later`, which took its place (none: it was deleted).
[[nodiscard]] Result<void> putQueueBack(store::SavedQueues& queues, const store::SavedQueue& earlier,
                                        const std::optional<store::SavedQueue>& later, std::size_t place);
/// Answers the name as it was written. badValue, notFound, refused where another queue has the name.
[[nodiscard]] Result<std::string> renameQueue(store::SavedQueues& queues, const redact::Redactor& redactor,
                                              std::string_view from, std::string_view to);

} // namespace goldpan::review
