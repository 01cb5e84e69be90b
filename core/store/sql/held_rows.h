// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HeldRows: the side ring, rows that were sampled out and can still be called back. Owned by whoever writes;
// same thread as its connection, and gone before it.
#pragma once

#include "core/domain/policy.h"
#include "core/sampling/sampling_decision.h"
#include "core/store/importer.h"
#include "core/store/sql/native_statement.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace goldpan::sql {

class HeldRows {
public:
    explicit HeldRows(Connection& connection)
        : m_connection(connection) {}

    /// A row with a time; it replaces what was held of it.
    [[nodiscard]] Result<void> hold(const store::ImportRow& row);
    [[nodiscard]] Result<std::optional<store::ImportRow>> read(std::uint64_t keyHash);
    [[nodiscard]] Result<void> drop(std::uint64_t keyHash);
    /// The oldest before `edge`, a few at a time until it is `until`. True where there may be more.
    [[nodiscard]] Result<bool> dropBefore(Timestamp edge, std::chrono::steady_clock::time_point until);

private:
    [[nodiscard]] Result<NativeStatement*> prepared(std::optional<NativeStatement>& slot,
                                                    std::string_view sql);

    Connection& m_connection;
    std::optional<NativeStatement> m_insert;
    std::optional<NativeStatement> m_read;
    std::optional<NativeStatement> m_drop;
    std::optional<NativeStatement> m_dropBefore;
};

/// Requests that a row stood for when it was logged, as its column `meta` says: what ImportRow::loggedWeight
/// is.
inline constexpr const char* kLoggedWeight =
    "CASE WHEN json_type(meta, '$.sample_weight') IN ('integer', 'real')"
    " AND json_extract(meta, '$.sample_weight') BETWEEN 1 AND 1e9"
    " THEN 1.0 * json_extract(meta, '$.sample_weight') ELSE 1.0 END";
static_assert(sampling::kMostLoggedWeight == 1e9, "named above");

/// Whether a time is further ahead than a log in local time can be: of a wrong clock, so no other row ages by
/// it, and it is not held.
[[nodiscard]] bool isFarAhead(Timestamp ts);
/// The newest time of any row, stored or sampled out, that is not far ahead.
[[nodiscard]] Result<std::optional<Timestamp>> newestTime(Connection& connection);
/// The oldest time that the ring holds beside rows as new as `newest`; after them where it holds none.
[[nodiscard]] std::optional<Timestamp> ringEdge(std::optional<Timestamp> newest, const Policy& policy);

} // namespace goldpan::sql
