// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_followed_files.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <string>
#include <utility>

namespace goldpan::sql {

using store::FollowedFileRecord;

namespace {

const std::string kColumns =
    "SELECT device, inode, head_bytes, head, source, read_bytes FROM followed_file WHERE ";

Result<std::vector<FollowedFileRecord>> recordsIn(Statement& rows) {
    std::vector<FollowedFileRecord> files;
    auto done = rows.each([&] {
        files.push_back({.device = rows.integer(0),
                         .inode = rows.integer(1),
                         .headBytes = rows.integer(2),
                         .head = rows.text(3),
                         .source = rows.text(4),
                         .readBytes = rows.integer(5)});
    });
    return done ? Result<std::vector<FollowedFileRecord>>(std::move(files)) : std::unexpected(done.error());
}

} // namespace

Result<std::optional<std::vector<FollowedFileRecord>>> SqlFollowedFiles::filesOf(std::string_view log) {
    Statement followed(m_connection, "SELECT count(*) FROM followed_log WHERE log = ?t");
    const auto count = followed.bind(log).number();
    if (!count) {
        return std::unexpected(count.error());
    }
    if (count->value_or(0) == 0) {
        return std::nullopt;
    }
    Statement rows(m_connection, kColumns + "log = ?t ORDER BY source, device, inode");
    return recordsIn(rows.bind(log));
}

Result<std::vector<FollowedFileRecord>> SqlFollowedFiles::recordsOf(std::int64_t device, std::int64_t inode) {
    Statement rows(m_connection, kColumns + "device = ? AND inode = ? ORDER BY read_bytes DESC, log");
    return recordsIn(rows.bind(device).bind(inode));
}

Result<void> SqlFollowedFiles::follow(std::string_view log, const std::vector<FollowedFileRecord>& passed) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto done =
            Statement(m_connection, "INSERT OR IGNORE INTO followed_log(log) VALUES(?t)").bind(log).run();
        !done) {
        return done;
    }
    for (const auto& file : passed) {
        if (auto done = write(log, file); !done) {
            return done;
        }
    }
    return transaction->commit();
}

Result<void> SqlFollowedFiles::put(std::string_view log, const FollowedFileRecord& file) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto done = write(log, file); !done) {
        return done;
    }
    return transaction->commit();
}

Result<void> SqlFollowedFiles::write(std::string_view log, const FollowedFileRecord& file) {
    return Statement(m_connection,
                     "INSERT OR REPLACE INTO followed_file(log, device, inode, head_bytes, head, source,"
                     " read_bytes) VALUES(?t, ?, ?, ?, ?t, ?t, ?)")
        .bind(log)
        .bind(file.device)
        .bind(file.inode)
        .bind(file.headBytes)
        .bind(file.head)
        .bind(file.source)
        .bind(file.readBytes)
        .run();
}

Result<void> SqlFollowedFiles::replace(std::string_view log, const std::vector<FollowedFileRecord>& before,
                                       const std::vector<FollowedFileRecord>& now) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    for (const auto& file : before) {
        Statement row(m_connection, "DELETE FROM followed_file WHERE log = ?t AND device = ? AND inode = ?");
        if (auto done = row.bind(log).bind(file.device).bind(file.inode).run(); !done) {
            return done;
        }
    }
    for (const auto& file : now) {
        if (auto done = write(log, file); !done) {
            return done;
        }
    }
    return transaction->commit();
}

Result<bool> SqlFollowedFiles::hasAnyOf(std::string_view source) {
    Statement any(m_connection, "SELECT EXISTS(SELECT 1 FROM bad_line WHERE source = ?t)"
                                " OR EXISTS(SELECT 1 FROM sampling_source WHERE source = ?t)");
    const auto found = any.bind(source).bind(source).number();
    if (!found) {
        return std::unexpected(found.error());
    }
    return found->value_or(0) != 0;
}

} // namespace goldpan::sql
