// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ScanWatch: while it lives, `tick` is called every so often in the middle of a statement of the connection,
// also while it finds nothing; false breaks the statement off (`cancelled`). The tick must not use the
// connection. Lives on the stack.
#pragma once

#include "core/store/sql/connection.h"

#include <functional>

namespace goldpan::sql {

class ScanWatch {
public:
    ScanWatch(Connection& connection, std::function<bool()> tick);
    ~ScanWatch();
    ScanWatch(const ScanWatch&) = delete;
    ScanWatch& operator=(const ScanWatch&) = delete;

private:
    Connection& m_connection;
    std::function<bool()> m_tick;
};

} // namespace goldpan::sql
