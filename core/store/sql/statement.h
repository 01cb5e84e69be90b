// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Statement: the one checked way to run SQL through Qt Sql. Lives on the stack of its caller; ends its query
// when it goes, so that no snapshot is held longer than it is read.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/store/sql/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

class QSqlQuery;
class QVariant;

namespace goldpan::sql {

/// Values are bound in order. A text placeholder is written `?t`: it becomes CAST(? AS TEXT) over the UTF-8
/// bytes, because Qt's UTF-16 binding loses a leading U+FEFF.
class Statement {
public:
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(std::int64_t value);
    Statement& bind(int value) { return bind(std::int64_t{value}); }
    Statement& bind(std::uint32_t value) { return bind(std::int64_t{value}); }
    Statement& bind(double value);
    Statement& bind(std::string_view value);
    Statement& bind(const std::string& value) { return bind(std::string_view(value)); }
    Statement& bind(const char* value) { return bind(std::string_view(value)); }
    Statement& bind(Timestamp value) { return bind(value.micros); }
    template <typename Tag>
    Statement& bind(Id<Tag> value) {
        return bind(value.value);
    }
    template <typename T>
    Statement& bind(const std::optional<T>& value) {
        return value ? bind(*value) : bindNull();
    }
    Statement& bindNull();

    /// Runs a statement that answers no rows.
    [[nodiscard]] Result<void> run();
    /// Steps to the next row; the first call runs the statement. False at the end.
    [[nodiscard]] Result<bool> next();
    /// Calls `take()` on each row to the end; the row is read from this statement.
    template <typename Take>
    [[nodiscard]] Result<void> each(Take&& take) {
        for (;;) {
            auto more = next();
            if (!more) {
                return std::unexpected(more.error());
            }
            if (!*more) {
                return {};
            }
            take();
        }
    }
    /// The first column of the first row.
    [[nodiscard]] Result<std::optional<std::int64_t>> number();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::optional<std::string> optionalText(int column) const;
    [[nodiscard]] std::optional<Timestamp> optionalTime(int column) const;
    /// Rows that the statement changed.
    [[nodiscard]] std::int64_t changed() const;
    [[nodiscard]] std::int64_t insertedId() const;

private:
    Statement& bindVariant(const QVariant& value);
    [[nodiscard]] Result<void> execute();

    Connection& m_connection;
    QSqlQuery* m_query = nullptr;
    Error m_error;
    int m_bound = 0;
    bool m_ran = false;
};

} // namespace goldpan::sql
