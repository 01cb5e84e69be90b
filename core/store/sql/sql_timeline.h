// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlTimeline: TimelineReader over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/timeline_reader.h"

namespace goldpan::sql {

class SqlTimeline final : public store::TimelineReader {
public:
    explicit SqlTimeline(Connection& connection)
        : m_connection(connection) {}

    Result<std::vector<store::DayTally>> days(std::stop_token stop) override;
    Result<store::LogprobHistogram> logprobs(double width, std::stop_token stop) override;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
