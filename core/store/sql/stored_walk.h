// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoredWalk: stored rows one after the other, beside a log that is read again: what was imported from it
// stands in its order, so that most rows are found without a look at any index and compared where they lie.
// Owned by one import session; a walk lasts no longer than the reader's snapshot.
#pragma once

#include "core/base/ids.h"
#include "core/domain/log_entry.h"
#include "core/store/sql/native_statement.h"

#include <cstdint>
#include <optional>

namespace goldpan::sql {

class StoredWalk {
public:
    explicit StoredWalk(Connection& connection)
        : m_connection(connection) {}

    /// The next row is the one behind `row`.
    [[nodiscard]] Result<void> start(RowId row);
    void end();

    /// Goes on by one row; true where it is there and says what `met` says, tags and weight aside. An end of
    /// the walk otherwise.
    [[nodiscard]] Result<bool> isNext(const LogEntry& met);
    /// Of the row that isNext() was true of.
    [[nodiscard]] std::uint32_t flags() const;
    [[nodiscard]] double weight() const;

private:
    [[nodiscard]] bool isSame(const LogEntry& met) const;

    Connection& m_connection;
    std::optional<NativeStatement> m_rows;
    bool m_isOpen = false;
};

} // namespace goldpan::sql
