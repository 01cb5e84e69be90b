// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QuickCommits: no fsync for each of many small transactions, for work that a power cut may shorten at its
// end because it is gone on with. Lives on the stack of the work, outside its transactions.
#pragma once

#include "core/store/sql/connection.h"

namespace goldpan::sql {

class QuickCommits {
public:
    explicit QuickCommits(Connection& connection)
        : m_connection(connection) {
        (void)m_connection.execute("PRAGMA synchronous=NORMAL");
    }
    ~QuickCommits() { (void)m_connection.execute("PRAGMA synchronous=FULL"); }
    QuickCommits(const QuickCommits&) = delete;
    QuickCommits& operator=(const QuickCommits&) = delete;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
