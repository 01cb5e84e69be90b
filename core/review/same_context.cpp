// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/same_context.h"

#include "core/review/review_service.h"
#include "core/store/entry_reader.h"
#include "core/store/queue_reader.h"
#include "core/store/store.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace goldpan::review {
namespace {

/// Queue rows tell who is untouched at a tenth of what a whole row costs.
constexpr std::size_t kLinesAtOnce = 200;

constexpr LookLimit kNoLimit{std::numeric_limits<std::size_t>::max(),
                             std::numeric_limits<std::size_t>::max()};

bool isSameContext(const LogEntry& left, const LogEntry& right) {
    return left.messages.empty() == right.messages.empty() && contextOf(left) == contextOf(right);
}

} // namespace

std::string_view contextOf(const LogEntry& entry) {
    return entry.messages.empty() ? entry.prompt : entry.messages;
}

Result<SameRows> untouchedAmong(store::Store& store, RowId row, std::span<const RowId> candidates,
                                LookLimit limit, std::stop_token stop) {
    const auto wanted = store.entries().read(row);
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    SameRows out;
    std::size_t at = 0;
    const std::size_t end = std::min(candidates.size(), limit.candidates);
    while (at < end && out.rows.size() < limit.rows) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request; nothing was changed");
        }
        // Never more lines than rows may be found, so that none of them is left half looked at.
        const std::size_t lines = std::min({kLinesAtOnce, end - at, limit.rows - out.rows.size()});
        const auto read = store.queue().rows(candidates.subspan(at, lines));
        if (!read) {
            return std::unexpected(read.error());
        }
        at += lines;
        for (const queue::QueueRow& line : *read) {
            if (line.id == row || line.state != ReviewState::unreviewed || line.hasDraft) {
                continue;
            }
            const auto other = store.entries().read(line.id);
            if (!other) {
                return std::unexpected(other.error());
            }
            if (isSameContext(other->entry, wanted->entry)) {
                out.rows.push_back(line.id);
            }
        }
    }
    out.rest.assign(candidates.begin() + static_cast<std::ptrdiff_t>(at), candidates.end());
    return out;
}

Result<ActOutcome> ReviewService::correctLike(RowId row, std::string_view text, const SameRows& same,
                                              const ProgressFn& progress, std::stop_token stop) {
    const auto model = m_store.entries().read(row);
    if (!model) {
        return std::unexpected(model.error());
    }
    if (!model->correction || model->correction->text != text) {
        return fail(ErrorCode::conflict,
                    "the correction that was to be used was taken back or changed; nothing was done");
    }
    auto more = untouchedAmong(m_store, row, same.rest, kNoLimit, stop);
    if (!more) {
        return std::unexpected(more.error());
    }
    std::vector<RowId> rows = same.rows;
    rows.insert(rows.end(), more->rows.begin(), more->rows.end());
    return correctUntouched(rows, text, model->correction->source, progress, std::move(stop));
}

} // namespace goldpan::review
