// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/statement.h"

#include "core/store/sql/sql_error.h"

#include <QByteArray>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace goldpan::sql {
namespace {

std::string withTextPlaceholders(std::string_view sql) {
    std::string out;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] == '?' && at + 1 < sql.size() && sql[at + 1] == 't') {
            out += "CAST(? AS TEXT)";
            ++at;
        } else {
            out.push_back(sql[at]);
        }
    }
    return out;
}

} // namespace

Statement::Statement(Connection& connection, std::string_view sql)
    : m_connection(connection) {
    if (auto query = connection.prepared(withTextPlaceholders(sql))) {
        m_query = *query;
    } else {
        m_error = query.error();
    }
}

Statement::~Statement() {
    if (m_query != nullptr) {
        m_query->finish();
    }
}

Statement& Statement::bindVariant(const QVariant& value) {
    if (m_query != nullptr) {
        m_query->bindValue(m_bound++, value);
    }
    return *this;
}

Statement& Statement::bind(std::int64_t value) {
    return bindVariant(QVariant(static_cast<qlonglong>(value)));
}

Statement& Statement::bind(double value) {
    return bindVariant(QVariant(value));
}

Statement& Statement::bind(std::string_view value) {
    return bindVariant(QVariant(QByteArray(value.data(), static_cast<qsizetype>(value.size()))));
}

Statement& Statement::bindNull() {
    return bindVariant(QVariant(QMetaType(QMetaType::LongLong)));
}

Result<void> Statement::execute() {
    if (m_query == nullptr) {
        return std::unexpected(m_error);
    }
    m_ran = true;
    if (!m_query->exec()) {
        return std::unexpected(qtSqlError(m_query->lastError(), m_connection.path()));
    }
    return {};
}

Result<void> Statement::run() {
    return execute();
}

Result<bool> Statement::next() {
    if (!m_ran) {
        if (auto done = execute(); !done) {
            return std::unexpected(done.error());
        }
    }
    if (m_query->next()) {
        return true;
    }
    if (m_query->lastError().isValid()) {
        return std::unexpected(qtSqlError(m_query->lastError(), m_connection.path()));
    }
    return false;
}

Result<std::optional<std::int64_t>> Statement::number() {
    auto more = next();
    if (!more) {
        return std::unexpected(more.error());
    }
    if (!*more || isNull(0)) {
        return std::optional<std::int64_t>{};
    }
    return std::optional(integer(0));
}

bool Statement::isNull(int column) const {
    return m_query->isNull(column);
}

std::int64_t Statement::integer(int column) const {
    return m_query->value(column).toLongLong();
}

double Statement::real(int column) const {
    return m_query->value(column).toDouble();
}

std::string Statement::text(int column) const {
    const QByteArray bytes = m_query->value(column).toString().toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::optional<std::string> Statement::optionalText(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<Timestamp> Statement::optionalTime(int column) const {
    return isNull(column) ? std::nullopt : std::optional(Timestamp{integer(column)});
}

std::int64_t Statement::changed() const {
    return m_query->numRowsAffected();
}

std::int64_t Statement::insertedId() const {
    return m_query->lastInsertId().toLongLong();
}

} // namespace goldpan::sql
