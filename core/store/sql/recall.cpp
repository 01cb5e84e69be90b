// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/recall.h"

#include "core/domain/row_flags.h"
#include "core/store/sql/event_tags.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/row_list.h"
#include "core/store/sql/statement.h"

namespace goldpan::sql {

Recall::Recall(Connection& connection)
    : m_connection(connection)
    , m_held(connection)
    , m_standsForOthers(connection,
                        "SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?)) AND weight <> 1")
    , m_standsForOthersOfRun(connection, "SELECT id FROM entry WHERE id BETWEEN ? AND ? AND weight <> 1") {}

Result<std::optional<RowId>> Recall::bringIn(std::uint64_t keyHash, std::string_view requestId, Cause cause) {
    const auto row = m_held.read(keyHash);
    if (!row) {
        return std::unexpected(row.error());
    }
    if (*row && (requestId.empty() || (*row)->entry.requestId == requestId)) {
        auto id = store(**row, cause);
        return id ? Result<std::optional<RowId>>(*id) : std::unexpected(id.error());
    }
    auto lost = Statement(m_connection, "UPDATE sampled_out SET lost = lost | ? WHERE key_hash = ?")
                    .bind(static_cast<int>(cause))
                    .bind(static_cast<std::int64_t>(keyHash))
                    .run();
    return lost ? Result<std::optional<RowId>>(std::nullopt) : std::unexpected(lost.error());
}

Result<RowId> Recall::store(const store::ImportRow& row, Cause cause) {
    if (!m_insert) {
        m_insert.emplace(m_connection, nullptr);
        if (auto ready = m_insert->prepare(); !ready) {
            m_insert.reset();
            return std::unexpected(ready.error());
        }
    }
    const auto now = policy();
    if (!now) {
        return std::unexpected(now.error());
    }
    const LogEntry& entry = row.entry;
    EventTags events(m_connection);
    if (auto loaded = events.load(); !loaded) {
        return std::unexpected(loaded.error());
    }
    std::vector<std::string> tags = entry.tags;
    if (cause != Cause::drift && events.isInWindow(entry)) { // the act of a drift event tags its rows itself
        tags.emplace_back(kTagDriftWindow);
    }
    const std::uint32_t flags = flagsOfRow(tags, entry.responseLogprob, *now) |
                                (row.contextDiffers ? std::uint32_t{FlagContextDiffers} : 0U);
    const auto id = m_insert->insert(row, tags, flags, row.loggedWeight);
    if (!id) {
        return std::unexpected(id.error());
    }
    if (auto taken = events.takeFeedback(entry.requestId); !taken) {
        return std::unexpected(taken.error());
    }
    if (auto dropped = m_held.drop(row.keyHash); !dropped) {
        return std::unexpected(dropped.error());
    }
    if (auto done = Statement(m_connection, "DELETE FROM sampled_out WHERE key_hash = ?")
                        .bind(static_cast<std::int64_t>(row.keyHash))
                        .run();
        !done) {
        return std::unexpected(done.error());
    }
    if (auto done = Statement(m_connection, "INSERT INTO brought_in(entry, cause) VALUES(?, ?)")
                        .bind(*id)
                        .bind(static_cast<int>(cause))
                        .run();
        !done) {
        return std::unexpected(done.error());
    }
    return *id;
}

Result<void> Recall::standAlone(RowId row) {
    return standAlone(std::span(&row, 1));
}

Result<void> Recall::standAlone(std::span<const RowId> rows) {
    std::vector<RowId> sampled;
    const auto take = [&](const NativeStatement& row) { sampled.push_back(RowId{row.integer(0)}); };
    const auto runs = longRuns(rows);
    auto read = runs.empty() ? m_standsForOthers.each(take, rowsAsJson(rows)) : Result<void>();
    for (std::size_t at = 0; read && at < runs.size(); ++at) {
        read = m_standsForOthersOfRun.each(take, runs[at].front(), runs[at].back());
    }
    if (!read || sampled.empty()) {
        return read;
    }
    const auto now = policy();
    if (!now) {
        return std::unexpected(now.error());
    }
    const auto newest = newestTime(m_connection);
    if (!newest) {
        return std::unexpected(newest.error());
    }
    const auto edge = ringEdge(*newest, *now);
    if (!edge) {
        return {};
    }
    for (const RowId row : sampled) {
        auto done =
            Statement(m_connection, "UPDATE entry SET weight = (SELECT " + std::string(kLoggedWeight) +
                                        " FROM entry_text t WHERE t.id = entry.id)"
                                        " WHERE id = ? AND ts BETWEEN ? AND ?")
                .bind(row)
                .bind(*edge)
                .bind(**newest)
                .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<Policy> Recall::policy() {
    if (!m_policy) {
        auto read = readPolicy(m_connection);
        if (!read) {
            return read;
        }
        m_policy = *read;
    }
    return *m_policy;
}

void Recall::forget() {
    if (m_insert) {
        m_insert->forget();
    }
}

} // namespace goldpan::sql
