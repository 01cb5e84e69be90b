// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StopGuard: while it lives, a stop request breaks off the running statement of the connection. Lives on the
// stack.
#pragma once

#include "core/store/sql/connection.h"

#include <functional>
#include <stop_token>

namespace goldpan::sql {

class StopGuard {
public:
    StopGuard(Connection& connection, const std::stop_token& stop)
        : m_callback(stop, [&connection] { connection.interrupt(); }) {}

private:
    std::stop_callback<std::function<void()>> m_callback;
};

} // namespace goldpan::sql
