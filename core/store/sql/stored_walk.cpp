// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/stored_walk.h"

#include "core/base/timestamp.h"

#include <string>
#include <utility>

namespace goldpan::sql {

Result<void> StoredWalk::start(RowId row) {
    if (!m_rows) {
        auto statement = NativeStatement::prepare(
            m_connection,
            "SELECT e.request_id, e.ts, m.name, e.latency_ms, e.user_id_hash, e.logprob, e.flags, e.weight,"
            " t.prompt, t.response, t.messages, t.output, t.tools, t.feedback, t.meta"
            " FROM entry e CROSS JOIN model m ON m.id = e.model CROSS JOIN entry_text t ON t.id = e.id"
            " WHERE e.id > ?1 ORDER BY e.id");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        m_rows.emplace(std::move(*statement));
    }
    end();
    m_rows->bind(1, row.value);
    m_isOpen = true;
    return {};
}

void StoredWalk::end() {
    if (std::exchange(m_isOpen, false)) {
        m_rows->reset();
    }
}

Result<bool> StoredWalk::isNext(const LogEntry& met) {
    if (!m_isOpen) {
        return false;
    }
    const auto more = m_rows->step();
    if (!more) {
        m_isOpen = false;
        return more;
    }
    const bool same = *more && isSame(met);
    if (!same) {
        end();
    }
    return same;
}

std::uint32_t StoredWalk::flags() const {
    return static_cast<std::uint32_t>(m_rows->integer(6));
}

double StoredWalk::weight() const {
    return m_rows->real(7);
}

bool StoredWalk::isSame(const LogEntry& met) const {
    const NativeStatement& row = *m_rows;
    const bool isSameTime = row.isNull(1) ? !met.ts : met.ts == Timestamp{row.integer(1)};
    const bool isSameLatency = row.isNull(3) ? !met.latencyMs : met.latencyMs == row.integer(3);
    const bool isSameUser = row.isNull(4) ? !met.userIdHash : met.userIdHash == row.text(4);
    const bool isSameLogprob = row.isNull(5) ? !met.responseLogprob : met.responseLogprob == row.real(5);
    if (row.text(0) != met.requestId || row.text(2) != met.modelVersion || !isSameTime || !isSameUser ||
        !isSameLogprob || !isSameLatency) {
        return false;
    }
    int column = 8;
    for (const std::string* text :
         {&met.prompt, &met.response, &met.messages, &met.output, &met.tools, &met.feedback, &met.meta}) {
        if (row.text(column++) != *text) {
            return false;
        }
    }
    return true;
}

} // namespace goldpan::sql
