// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/native_statement.h"

#include "core/store/sql/sql_error.h"

#include <sqlite3.h>
#include <utility>

namespace goldpan::sql {

NativeStatement::NativeStatement(Connection& connection, sqlite3_stmt* statement)
    : m_connection(&connection)
    , m_statement(statement) {}

NativeStatement::NativeStatement(NativeStatement&& other) noexcept
    : m_connection(other.m_connection)
    , m_statement(std::exchange(other.m_statement, nullptr)) {}

NativeStatement& NativeStatement::operator=(NativeStatement&& other) noexcept {
    std::swap(m_connection, other.m_connection);
    std::swap(m_statement, other.m_statement);
    return *this;
}

NativeStatement::~NativeStatement() {
    sqlite3_finalize(m_statement);
}

Result<NativeStatement> NativeStatement::prepare(Connection& connection, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(connection.handle(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        return std::unexpected(sqliteError(connection.handle(), connection.path()));
    }
    return NativeStatement(connection, statement);
}

void NativeStatement::bind(int position, std::int64_t value) {
    sqlite3_bind_int64(m_statement, position, value);
}

void NativeStatement::bind(int position, double value) {
    sqlite3_bind_double(m_statement, position, value);
}

void NativeStatement::bind(int position, std::string_view value) {
    // A null data pointer would bind NULL; an empty text is "".
    sqlite3_bind_text64(m_statement, position, value.data() == nullptr ? "" : value.data(), value.size(),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void NativeStatement::bindNull(int position) {
    sqlite3_bind_null(m_statement, position);
}

void NativeStatement::bindTextOrNull(int position, const std::string& text) {
    if (text.empty()) {
        bindNull(position);
    } else {
        bind(position, std::string_view(text));
    }
}

void NativeStatement::bindBlob(int position, std::string_view value) {
    sqlite3_bind_blob64(m_statement, position, value.data(), value.size(), SQLITE_STATIC);
}

void NativeStatement::bindPointer(int position, const void* pointer, const char* type) {
    sqlite3_bind_pointer(m_statement, position, const_cast<void*>(pointer), type, nullptr);
}

Result<bool> NativeStatement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    auto error = sqliteError(m_connection->handle(), m_connection->path());
    sqlite3_reset(m_statement);
    return std::unexpected(std::move(error));
}

Result<void> NativeStatement::run() {
    auto stepped = step();
    reset();
    if (!stepped) {
        return std::unexpected(stepped.error());
    }
    return {};
}

void NativeStatement::reset() {
    sqlite3_reset(m_statement);
}

bool NativeStatement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t NativeStatement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double NativeStatement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

std::string_view NativeStatement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data == nullptr
               ? std::string_view()
               : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

std::string_view NativeStatement::blob(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return data == nullptr
               ? std::string_view()
               : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

} // namespace goldpan::sql
