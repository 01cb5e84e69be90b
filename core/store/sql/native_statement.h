// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NativeStatement: a prepared sqlite3 statement for bulk paths, where Qt Sql's copies cost too much. Owned by
// one object on the connection's thread; must go before the connection.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace goldpan::sql {

class NativeStatement {
public:
    [[nodiscard]] static Result<NativeStatement> prepare(Connection& connection, std::string_view sql);
    NativeStatement(NativeStatement&& other) noexcept;
    NativeStatement& operator=(NativeStatement&& other) noexcept;
    ~NativeStatement();

    // Positions count from 1. Bound text is not copied: it must live until the next reset().
    void bind(int position, std::int64_t value);
    void bind(int position, double value);
    void bind(int position, std::string_view value);
    void bindNull(int position);
    template <typename T>
    void bindOptional(int position, const std::optional<T>& value) {
        if (value) {
            bind(position, *value);
        } else {
            bindNull(position);
        }
    }
    /// What is empty takes no room.
    void bindTextOrNull(int position, const std::string& text);
    void bindBlob(int position, std::string_view value);
    /// For an SQL function that asks for a pointer of this type (a literal); it must outlive the run.
    void bindPointer(int position, const void* pointer, const char* type);

    /// True on a row, false at the end.
    [[nodiscard]] Result<bool> step();
    /// step() and reset() of a statement that answers no rows.
    [[nodiscard]] Result<void> run();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step().
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;

private:
    NativeStatement(Connection& connection, sqlite3_stmt* statement);

    Connection* m_connection;
    sqlite3_stmt* m_statement;
};

} // namespace goldpan::sql
