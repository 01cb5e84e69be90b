// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextWriter: writes what re-redaction changes, and all that goes with it, in short transactions. Lives on
// the stack of the work; the connection's thread.
#pragma once

#include "core/base/ids.h"
#include "core/store/reredaction.h"
#include "core/store/sql/new_names.h"
#include "core/store/sql/short_writes.h"
#include "core/store/sql/text_walk.h"

namespace goldpan::sql {

class TextWriter {
public:
    enum class Others {
        maybe, ///< a row that somebody changes between its reading and its writing is left to the last step
        none,  ///< this program has the store alone
    };

    TextWriter(Connection& connection, ActId act, Others others);

    /// All is committed when it returns, so that no lock is held while more is read.
    [[nodiscard]] Result<void> write(std::span<const RowEdit> rows);
    [[nodiscard]] store::ReredactionTally tally() const;

private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> writeRow(const RowEdit& row);
    /// Two tags that become one are one.
    [[nodiscard]] Result<void> writeTag(const RowEdit& row);
    [[nodiscard]] Result<void> writeValue(const RowEdit& row);
    /// What a changed row means elsewhere.
    [[nodiscard]] Result<void> follow(const RowEdit& row);
    [[nodiscard]] Result<void> count(const RowEdit& row);
    [[nodiscard]] Result<void> countQueues(std::int64_t gone);

    Connection& m_connection;
    NewNames m_names;
    ShortWrites m_writes;
    ActId m_act;
    Others m_others;
    bool m_indexGone = false; ///< in this transaction
    store::ReredactionTally m_tally;
};

} // namespace goldpan::sql
