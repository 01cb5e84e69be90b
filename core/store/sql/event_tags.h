// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EventTags: what recorded events say of a row that is on its way in: drift windows, and feedback that waits
// for it. Owned by an import; same thread as its connection.
#pragma once

#include "core/domain/log_entry.h"
#include "core/store/event_reader.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <string>
#include <vector>

namespace goldpan::sql {

class EventTags {
public:
    explicit EventTags(Connection& connection)
        : m_connection(connection) {}

    /// What other programs may have recorded since the last transaction.
    [[nodiscard]] Result<void> load();

    [[nodiscard]] bool isInWindow(const LogEntry& entry) const;
    /// In one that was not trained on yet: what it holds is kept whole.
    [[nodiscard]] bool isInOpenWindow(const LogEntry& entry) const;
    /// The flags of a stored row without the one that a window gave it: a window that was trained on keeps
    /// none.
    [[nodiscard]] std::uint32_t flagsBesideWindows(const LogEntry& entry, std::uint32_t flags) const;

    struct Waiting {
        bool any = false;
        bool negative = false;
    };
    [[nodiscard]] Result<Waiting> feedbackFor(const std::string& requestId);
    /// Its row is there now.
    [[nodiscard]] Result<void> takeFeedback(const std::string& requestId);

private:
    Connection& m_connection;
    std::vector<store::DriftRecord> m_windows;
    bool m_feedbackWaits = false;
};

} // namespace goldpan::sql
