// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NameIds: ids of names in the small tables (model, tag), kept in memory. Owned by one writer; same thread.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace goldpan::sql {

class NameIds {
public:
    /// `table` is "model" or "tag".
    NameIds(Connection& connection, const char* table);

    /// The id of `name`, given now where it had none. Only inside a transaction.
    [[nodiscard]] Result<std::int64_t> idOf(std::string_view name);
    /// After a rollback: ids given in it are not there.
    void forget() { m_ids.clear(); }

private:
    Connection& m_connection;
    std::string m_insert;
    std::string m_select;
    std::unordered_map<std::string, std::int64_t> m_ids;
};

} // namespace goldpan::sql
