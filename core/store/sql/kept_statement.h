// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeptStatement: a statement that is run once for each of many rows: prepared at its first use, and never
// left on a row, so that it holds no snapshot between two runs. Owned by one object on the connection's
// thread; must go before the connection.
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/store/sql/native_statement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace goldpan::sql {

class KeptStatement {
public:
    KeptStatement(Connection& connection, std::string sql)
        : m_connection(connection)
        , m_sql(std::move(sql)) {}

    /// Runs it with these values in order; answers how many rows it changed. Text is not copied.
    template <typename... Values>
    [[nodiscard]] Result<std::int64_t> change(const Values&... values) {
        auto done = each([](const NativeStatement&) {}, values...);
        return done ? Result<std::int64_t>(changed()) : std::unexpected(done.error());
    }

    /// The first column of the first row.
    template <typename... Values>
    [[nodiscard]] Result<std::optional<std::int64_t>> number(const Values&... values) {
        if (auto bound = bindAll(values...); !bound) {
            return std::unexpected(bound.error());
        }
        const auto more = m_statement->step();
        std::optional<std::int64_t> out;
        if (more && *more && !m_statement->isNull(0)) {
            out = m_statement->integer(0);
        }
        m_statement->reset();
        return more ? Result<std::optional<std::int64_t>>(out) : std::unexpected(more.error());
    }

    /// Calls `take(row)` on each row to the end.
    template <typename Take, typename... Values>
    [[nodiscard]] Result<void> each(Take&& take, const Values&... values) {
        if (auto bound = bindAll(values...); !bound) {
            return bound;
        }
        for (;;) {
            const auto more = m_statement->step();
            if (!more || !*more) {
                m_statement->reset();
                return more ? Result<void>() : std::unexpected(more.error());
            }
            take(std::as_const(*m_statement));
        }
    }

private:
    [[nodiscard]] Result<void> prepare();
    [[nodiscard]] std::int64_t changed() const;

    template <typename... Values>
    [[nodiscard]] Result<void> bindAll(const Values&... values) {
        if (auto ready = prepare(); !ready) {
            return ready;
        }
        int position = 0;
        (bindOne(++position, values), ...);
        return {};
    }
    void bindOne(int position, std::int64_t value) { m_statement->bind(position, value); }
    void bindOne(int position, int value) { bindOne(position, std::int64_t{value}); }
    void bindOne(int position, std::uint32_t value) { bindOne(position, std::int64_t{value}); }
    void bindOne(int position, double value) { m_statement->bind(position, value); }
    void bindOne(int position, std::string_view value) { m_statement->bind(position, value); }
    void bindOne(int position, const std::string& value) {
        m_statement->bind(position, std::string_view(value));
    }
    void bindOne(int position, Timestamp value) { m_statement->bind(position, value.micros); }
    void bindOne(int position, const std::optional<std::string>& value) {
        if (value) {
            bindOne(position, *value);
        } else {
            m_statement->bindNull(position);
        }
    }
    template <typename Tag>
    void bindOne(int position, Id<Tag> value) {
        m_statement->bind(position, value.value);
    }

    Connection& m_connection;
    std::string m_sql;
    std::optional<NativeStatement> m_statement;
};

} // namespace goldpan::sql
