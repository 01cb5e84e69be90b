// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_saved_queues.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace goldpan::sql {
namespace {

std::unexpected<Error> noSuchQueue() {
    return fail(ErrorCode::notFound, "there is no saved queue of that name any more");
}

/// Of a statement that names one queue.
Result<void> runOnOne(Statement& statement) {
    if (auto done = statement.run(); !done) {
        return done;
    }
    return statement.changed() > 0 ? Result<void>{} : noSuchQueue();
}

} // namespace

Result<std::vector<store::SavedQueue>> SqlSavedQueues::list() {
    Statement rows(m_connection, "SELECT name, filter, sorting FROM saved_queue ORDER BY position, name");
    std::vector<store::SavedQueue> out;
    if (auto done = rows.each([&] {
            out.push_back({.name = rows.text(0),
                           .filter = rows.text(1),
                           .order = queue::orderFromText(rows.text(2)).value_or(queue::Order{})});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

Result<void> SqlSavedQueues::put(const store::SavedQueue& queue) {
    return inOne([&] {
        return Statement(
                   m_connection,
                   "INSERT INTO saved_queue(name, filter, sorting, position)"
                   " VALUES(?t, ?t, ?t, (SELECT ifnull(max(position), 0) + 1 FROM saved_queue))"
                   " ON CONFLICT(name) DO UPDATE SET filter = excluded.filter, sorting = excluded.sorting")
            .bind(queue.name)
            .bind(queue.filter)
            .bind(queue::orderToText(queue.order))
            .run();
    });
}

Result<void> SqlSavedQueues::rename(std::string_view from, std::string_view to) {
    return inOne([&]() -> Result<void> {
        {
            Statement taken(m_connection, "SELECT 1 FROM saved_queue WHERE name = ?t AND name <> ?t");
            const auto found = taken.bind(to).bind(from).number();
            if (!found) {
                return std::unexpected(found.error());
            }
            if (*found) {
                return fail(ErrorCode::refused, "another saved queue has that name; choose another one");
            }
        }
        Statement statement(m_connection, "UPDATE saved_queue SET name = ?t WHERE name = ?t");
        return runOnOne(statement.bind(to).bind(from));
    });
}

Result<void> SqlSavedQueues::move(std::string_view name, std::size_t place) {
    return inOne([&]() -> Result<void> {
        auto queues = list();
        if (!queues) {
            return std::unexpected(queues.error());
        }
        const auto found = std::ranges::find(*queues, name, &store::SavedQueue::name);
        if (found == queues->end()) {
            return noSuchQueue();
        }
        const auto target =
            queues->begin() + static_cast<std::ptrdiff_t>(std::min(place, queues->size() - 1));
        if (found < target) {
            std::rotate(found, found + 1, target + 1);
        } else {
            std::rotate(target, found, found + 1);
        }
        for (std::size_t at = 0; at < queues->size(); ++at) {
            auto done = Statement(m_connection, "UPDATE saved_queue SET position = ? WHERE name = ?t")
                            .bind(static_cast<std::int64_t>(at))
                            .bind((*queues)[at].name)
                            .run();
            if (!done) {
                return done;
            }
        }
        return {};
    });
}

Result<void> SqlSavedQueues::remove(std::string_view name) {
    return inOne([&] {
        Statement statement(m_connection, "DELETE FROM saved_queue WHERE name = ?t");
        return runOnOne(statement.bind(name));
    });
}

Result<void> SqlSavedQueues::inOne(const std::function<Result<void>()>& work) {
    if (m_isInOne) {
        return work(); // part of the transaction around it
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    m_isInOne = true;
    auto done = work();
    m_isInOne = false;
    return done ? transaction->commit() : done;
}

} // namespace goldpan::sql
