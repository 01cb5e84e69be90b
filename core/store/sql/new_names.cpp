// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/new_names.h"

#include "core/store/sql/statement.h"

#include <utility>

namespace goldpan::sql {
namespace {

/// `text`, `text 2`, `text 3`: the first that is not taken.
template <typename IsTaken>
Result<std::string> firstFree(const std::string& text, const IsTaken& isTaken) {
    std::string candidate = text;
    for (int number = 2;; ++number) {
        const Result<bool> taken = isTaken(candidate);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        if (!*taken) {
            return candidate;
        }
        candidate = text + " " + std::to_string(number);
    }
}

Result<bool> isThere(Statement& statement) {
    const auto found = statement.number();
    return found ? Result<bool>(found->has_value()) : std::unexpected(found.error());
}

} // namespace

Result<NewName> NewNames::of(const RowEdit& row, const TextEdit& edit) {
    if (row.goes) {
        return NewName{};
    }
    switch (edit.column->names) {
    case Names::numbered:
        return numbered(row, edit);
    case Names::source:
        return ofSource(edit);
    case Names::any:
    case Names::log:
    case Names::tag:
        break;
    }
    return NewName{edit.after};
}

Result<NewName> NewNames::numbered(const RowEdit& row, const TextEdit& edit) {
    const bool isRow = row.table->key.empty();
    const std::string table(row.table->name);
    const std::string within(row.table->uniqueWithin);
    std::string sql = "SELECT 1 FROM " + table + " WHERE " + std::string(edit.column->name) + " = ?t";
    if (isRow) {
        sql += " AND rowid <> ?";
    }
    if (!within.empty()) {
        sql += " AND " + within + " = (SELECT " + within + " FROM " + table + " WHERE rowid = ?)";
    }
    auto text = firstFree(edit.after, [&](const std::string& candidate) {
        Statement taken(m_connection, sql);
        taken.bind(candidate);
        if (isRow) {
            taken.bind(row.rowid);
        }
        if (!within.empty()) {
            taken.bind(row.rowid);
        }
        return isThere(taken);
    });
    return text ? Result<NewName>(NewName{.text = std::move(*text)}) : std::unexpected(text.error());
}

Result<NewName> NewNames::ofSource(const TextEdit& edit) {
    {
        Statement known(m_connection, "SELECT after, superseded FROM reredaction_name WHERE before = ?t");
        const auto more = known.bind(edit.before).next();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (*more) {
            return NewName{known.text(0), known.integer(1) != 0};
        }
    }
    auto name = newSource(edit);
    if (!name) {
        return name;
    }
    auto noted = Statement(m_connection, "INSERT INTO reredaction_name VALUES(?t, ?t, ?)")
                     .bind(edit.before)
                     .bind(name->text)
                     .bind(static_cast<std::int64_t>(name->isSuperseded))
                     .run();
    return noted ? std::move(name) : std::unexpected(noted.error());
}

Result<NewName> NewNames::newSource(const TextEdit& edit) {
    auto text = firstFree(edit.after, [&](const std::string& candidate) {
        Statement taken(m_connection, "SELECT 1 FROM reredaction_name WHERE after = ?t");
        return isThere(taken.bind(candidate));
    });
    if (!text) {
        return std::unexpected(text.error());
    }
    Statement kept(m_connection, "SELECT 1 FROM bad_line WHERE source = ?t"
                                 " UNION ALL SELECT 1 FROM sampling_source WHERE source = ?t LIMIT 1");
    const auto isKept = isThere(kept.bind(*text).bind(*text));
    return isKept ? Result<NewName>(NewName{std::move(*text), *isKept}) : std::unexpected(isKept.error());
}

} // namespace goldpan::sql
