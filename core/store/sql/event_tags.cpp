// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/event_tags.h"

#include "core/domain/tag.h"
#include "core/store/sql/drift_rows.h"
#include "core/store/sql/statement.h"
#include "core/tagging/window_tags.h"

#include <algorithm>

namespace goldpan::sql {

Result<void> EventTags::load() {
    auto windows = readDriftWindows(m_connection);
    if (!windows) {
        return std::unexpected(windows.error());
    }
    m_windows = std::move(*windows);
    Statement waiting(m_connection, "SELECT EXISTS(SELECT 1 FROM feedback_event WHERE applied = 0)");
    auto any = waiting.number();
    if (!any) {
        return std::unexpected(any.error());
    }
    m_feedbackWaits = any->value_or(0) != 0;
    return {};
}

bool EventTags::isInWindow(const LogEntry& entry) const {
    return std::ranges::any_of(m_windows, [&](const store::DriftRecord& window) {
        return window.event.covers(entry.ts, entry.modelVersion);
    });
}

bool EventTags::isInOpenWindow(const LogEntry& entry) const {
    return std::ranges::any_of(m_windows, [&](const store::DriftRecord& window) {
        return !window.trainedOn && window.event.covers(entry.ts, entry.modelVersion);
    });
}

std::uint32_t EventTags::flagsBesideWindows(const LogEntry& entry, std::uint32_t flags) const {
    return isInWindow(entry) ? flags & ~std::uint32_t{FlagDriftWindow} : flags;
}

Result<EventTags::Waiting> EventTags::feedbackFor(const std::string& requestId) {
    Waiting out;
    if (!m_feedbackWaits) {
        return out;
    }
    Statement waiting(m_connection, "SELECT kind FROM feedback_event WHERE request_id = ?t AND applied = 0");
    waiting.bind(requestId);
    if (auto done = waiting.each([&] {
            out.any = true;
            out.negative = out.negative || tagging::isNegative(static_cast<FeedbackKind>(waiting.integer(0)));
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<void> EventTags::takeFeedback(const std::string& requestId) {
    return Statement(m_connection,
                     "UPDATE feedback_event SET applied = 1 WHERE request_id = ?t AND applied = 0")
        .bind(requestId)
        .run();
}

} // namespace goldpan::sql
