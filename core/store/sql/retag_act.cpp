// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/retag_act.h"

#include "core/base/clock.h"
#include "core/domain/tag.h"
#include "core/store/sql/statement.h"

#include <algorithm>

namespace goldpan::sql {

RetagAct::RetagAct(Connection& connection, EntryInsert& insert, RowRewriter& today,
                   std::string_view operatorName)
    : m_connection(connection)
    , m_insert(insert)
    , m_today(today)
    , m_journal(connection)
    , m_operator(operatorName) {}

Result<std::vector<std::string>> RetagAct::missing(const store::EntryRecord& there,
                                                   const std::vector<std::string>& tags) {
    std::vector<std::string> out;
    for (const auto& tag : tags) {
        if (std::ranges::binary_search(there.entry.tags, tag)) {
            continue;
        }
        const auto isThere = isOneOf(there.entry.tags, tag);
        const auto isKnown = isThere && !*isThere ? wasTakenOff(there.id, tag) : isThere;
        if (!isKnown) {
            return std::unexpected(isKnown.error());
        }
        if (!*isKnown) {
            out.push_back(tag);
        }
    }
    return out;
}

Result<bool> RetagAct::add(const store::EntryRecord& there, const std::vector<std::string>& tags) {
    const auto lacking = missing(there, tags);
    if (!lacking) {
        return std::unexpected(lacking.error());
    }
    std::uint32_t flags = 0;
    for (const auto& tag : *lacking) {
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

Result<bool> RetagAct::isOneOf(const std::vector<std::string>& stored, std::string_view tag) {
    for (const auto& name : stored) {
        const auto today = m_today.tag(name);
        if (!today) {
            return std::unexpected(today.error());
        }
        if (name == tag || *today == tag) {
            return true;
        }
    }
    return false;
}

Result<bool> RetagAct::wasTakenOff(RowId row, std::string_view tag) {
    std::vector<std::string> names;
    Statement taken(m_connection,
                    "SELECT name FROM act_change WHERE entry = ? AND aspect = 2 AND after IS NULL");
    const auto read = taken.bind(row).each([&] { names.push_back(taken.text(0)); });
    return read ? isOneOf(names, tag) : std::unexpected(read.error());
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
