// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/held_rows.h"

#include "core/base/clock.h"
#include "core/domain/drift_event.h"
#include "core/store/sql/entry_texts.h"
#include "core/store/sql/statement.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

namespace goldpan::sql {
namespace {

constexpr std::string_view kColumns =
    "key_hash, ts, request_id, model, latency_ms, logprob, user_id_hash, tags,"
    " context_differs, prompt, response, messages, output, tools, feedback, meta";

store::ImportRow rowFrom(const NativeStatement& held) {
    const auto text = [&](int column) { return std::string(held.text(column)); };
    store::ImportRow out;
    out.keyHash = static_cast<std::uint64_t>(held.integer(0));
    LogEntry& entry = out.entry;
    entry.ts = Timestamp{held.integer(1)};
    entry.requestId = text(2);
    entry.modelVersion = text(3);
    entry.latencyMs = held.isNull(4) ? std::nullopt : std::optional(held.integer(4));
    entry.responseLogprob = held.isNull(5) ? std::nullopt : std::optional(held.real(5));
    entry.userIdHash = held.isNull(6) ? std::nullopt : std::optional(text(6));
    for (const auto& tag : nlohmann::json::parse(text(7))) {
        entry.tags.push_back(tag.get<std::string>());
    }
    out.contextDiffers = held.integer(8) != 0;
    readTexts(held, 9, entry);
    out.loggedWeight = held.real(16);
    return out;
}

Timestamp furthest() {
    return {SystemClock{}.now().micros + 24 * kMicrosPerHour};
}

} // namespace

Result<NativeStatement*> HeldRows::prepared(std::optional<NativeStatement>& slot, std::string_view sql) {
    if (!slot) {
        auto statement = NativeStatement::prepare(m_connection, sql);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        slot.emplace(std::move(*statement));
    }
    return &*slot;
}

Result<void> HeldRows::hold(const store::ImportRow& row) {
    const auto insert = prepared(m_insert, "INSERT OR REPLACE INTO held_row(" + std::string(kColumns) +
                                               ") VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                                               "?13, ?14, ?15, ?16)");
    if (!insert) {
        return std::unexpected(insert.error());
    }
    NativeStatement& put = **insert;
    const LogEntry& entry = row.entry;
    const std::string tags = nlohmann::json(entry.tags).dump();
    put.bind(1, static_cast<std::int64_t>(row.keyHash));
    put.bind(2, entry.ts->micros);
    put.bind(3, std::string_view(entry.requestId));
    put.bind(4, std::string_view(entry.modelVersion));
    put.bindOptional(5, entry.latencyMs);
    put.bindOptional(6, entry.responseLogprob);
    put.bindOptional(7, entry.userIdHash ? std::optional<std::string_view>(*entry.userIdHash) : std::nullopt);
    put.bind(8, std::string_view(tags));
    put.bind(9, std::int64_t{row.contextDiffers});
    bindTexts(put, 10, entry);
    return put.run();
}

Result<std::optional<store::ImportRow>> HeldRows::read(std::uint64_t keyHash) {
    const auto select = prepared(m_read, "SELECT " + std::string(kColumns) + ", " + kLoggedWeight +
                                             " FROM held_row WHERE key_hash = ?1");
    if (!select) {
        return std::unexpected(select.error());
    }
    NativeStatement& find = **select;
    find.bind(1, static_cast<std::int64_t>(keyHash));
    auto more = find.step();
    if (!more) {
        return std::unexpected(more.error());
    }
    auto row = *more ? std::optional(rowFrom(find)) : std::nullopt;
    find.reset();
    return row;
}

Result<void> HeldRows::drop(std::uint64_t keyHash) {
    const auto remove = prepared(m_drop, "DELETE FROM held_row WHERE key_hash = ?1");
    if (!remove) {
        return std::unexpected(remove.error());
    }
    (*remove)->bind(1, static_cast<std::int64_t>(keyHash));
    return (*remove)->run();
}

Result<bool> HeldRows::dropBefore(Timestamp edge, std::chrono::steady_clock::time_point until) {
    constexpr std::int64_t kFew = 8; // a row may be some hundred KB: its pages are read to be freed
    const auto remove = prepared(m_dropBefore, "DELETE FROM held_row WHERE key_hash IN (SELECT key_hash FROM "
                                               "held_row WHERE ts < ?1 ORDER BY ts LIMIT ?2)");
    if (!remove) {
        return std::unexpected(remove.error());
    }
    do {
        (*remove)->bind(1, edge.micros);
        (*remove)->bind(2, kFew);
        if (auto done = (*remove)->run(); !done) {
            return std::unexpected(done.error());
        }
        if (sqlite3_changes64(m_connection.handle()) < kFew) {
            return false;
        }
    } while (std::chrono::steady_clock::now() < until);
    return true;
}

bool isFarAhead(Timestamp ts) {
    return ts > furthest();
}

Result<std::optional<Timestamp>> newestTime(Connection& connection) {
    std::optional<Timestamp> newest;
    for (const char* sql :
         {"SELECT max(ts) FROM entry WHERE ts <= ?", "SELECT max(ts) FROM sampled_out WHERE ts <= ?"}) {
        Statement last(connection, sql);
        auto more = last.bind(furthest()).next();
        if (!more) {
            return std::unexpected(more.error());
        }
        newest = std::max(newest, last.optionalTime(0));
    }
    return newest;
}

std::optional<Timestamp> ringEdge(std::optional<Timestamp> newest, const Policy& policy) {
    if (!newest) {
        return std::nullopt;
    }
    const auto width = std::llround(policy.ringHours * static_cast<double>(kMicrosPerHour));
    return Timestamp{width > 0 ? newest->micros - width : newest->micros + 1};
}

} // namespace goldpan::sql
