// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/retag_act.h"

#include "core/base/clock.h"
#include "core/domain/tag.h"
#include "core/store/sql/statement.h"

#include <algorithm>

namespace goldpan::sql {

RetagAct::RetagAct(Connection& connection, EntryInsert& insert, std::string_view operatorName)
    : m_connection(connection)
    , m_insert(insert)
    , m_journal(connection)
    , m_operator(operatorName) {}

Result<bool> RetagAct::add(const store::EntryRecord& there, const std::vector<std::string>& tags) {
    std::uint32_t flags = 0;
    for (const auto& tag : tags) {
        if (std::ranges::binary_search(there.entry.tags, tag)) {
            continue;
        }
        auto takenOff = wasTakenOff(there.id, tag);
        if (!takenOff) {
            return takenOff;
        }
        if (*takenOff) {
            continue;
        }
        if (auto begun = begin(); !begun) {
            return std::unexpected(begun.error());
        }
        if (auto done = m_insert.addTag(there.id, tag); !done) {
            return std::unexpected(done.error());
        }
        const Change change{.row = there.id, .aspect = Aspect::tag, .name = tag, .before = {}, .after = "1"};
        if (auto done = m_journal.add(m_act, change); !done) {
            return std::unexpected(done.error());
        }
        flags |= flagOfTag(tag) | FlagTagged;
    }
    if (flags == 0) {
        return false;
    }
    ++m_rows;
    auto done = Statement(m_connection, "UPDATE entry SET flags = flags | ? WHERE id = ?")
                    .bind(flags)
                    .bind(there.id)
                    .run();
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<bool> RetagAct::wasTakenOff(RowId row, std::string_view tag) {
    Statement taken(
        m_connection,
        "SELECT 1 FROM act_change WHERE entry = ? AND aspect = 2 AND name = ?t AND after IS NULL LIMIT 1");
    auto one = taken.bind(row).bind(tag).number();
    return one ? Result<bool>(one->has_value()) : std::unexpected(one.error());
}

Result<void> RetagAct::begin() {
    if (m_act) {
        return {};
    }
    auto act =
        m_journal.begin({.at = SystemClock{}.now(), .operatorName = m_operator, .kind = ActKind::retag});
    if (!act) {
        return std::unexpected(act.error());
    }
    m_act = *act;
    return {};
}

Result<void> RetagAct::finish() {
    return m_journal.finish(m_act, m_rows, 0);
}

} // namespace goldpan::sql
