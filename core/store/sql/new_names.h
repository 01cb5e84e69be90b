// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NewNames: what names are called once they are redacted, where two may not have one. Lives on the stack of
// the work; the connection's thread, inside a transaction.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/text_walk.h"

#include <string>

namespace goldpan::sql {

struct NewName {
    std::string text;
    bool isSuperseded = false; ///< an import keeps newer figures under it: the older ones go
};

class NewNames {
public:
    explicit NewNames(Connection& connection)
        : m_connection(connection) {}

    [[nodiscard]] Result<NewName> of(const RowEdit& row, const TextEdit& edit);

private:
    /// With a number where another row has the same.
    [[nodiscard]] Result<NewName> numbered(const RowEdit& row, const TextEdit& edit);
    /// The same in every table, with a number where this re-redaction gave the name to another source.
    [[nodiscard]] Result<NewName> ofSource(const TextEdit& edit);
    [[nodiscard]] Result<NewName> newSource(const TextEdit& edit);

    Connection& m_connection;
};

} // namespace goldpan::sql
