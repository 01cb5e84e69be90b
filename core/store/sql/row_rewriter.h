// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowRewriter: a stored row as an import by the rules of today would have brought it, for one that is met
// again. Where the rules are those that it was stored by, it stays as it is. Owned by one import session.
#pragma once

#include "core/domain/log_entry.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/text_rewriter.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan::sql {

class RowRewriter {
public:
    explicit RowRewriter(Connection& connection)
        : m_connection(connection) {}

    /// Its texts; tags are for tag().
    [[nodiscard]] Result<LogEntry> rewritten(LogEntry entry);
    [[nodiscard]] Result<std::string> tag(std::string_view name);

private:
    /// Reads the rules with the first row that needs them: most imports meet none.
    [[nodiscard]] Result<void> open();

    Connection& m_connection;
    std::unique_ptr<const redact::Redactor> m_redactor;
    std::optional<TextRewriter> m_texts;
};

} // namespace goldpan::sql
