// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueRow: one line of the queue, short enough to hold by the page. A value.
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/domain/review_state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::queue {

/// Bytes of the prompt that a queue row carries, cut at a code point: what one line of a table can show.
inline constexpr std::size_t kPreviewBytes = 400;

struct QueueRow {
    RowId id;
    std::string requestId;
    std::optional<Timestamp> ts;
    std::string modelVersion;
    std::optional<double> logprob;
    std::optional<std::int64_t> latencyMs;
    std::vector<std::string> tags; ///< sorted
    ReviewState state = ReviewState::unreviewed;
    std::uint32_t flags = 0; ///< RowFlag bits
    bool hasDraft = false;   ///< anybody's
    bool hasSuggestion = false;
    std::string preview; ///< start of the prompt as stored

    bool operator==(const QueueRow&) const = default;
};

} // namespace goldpan::queue
