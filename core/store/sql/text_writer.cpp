// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/text_writer.h"

#include "core/domain/tag.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/statement.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace goldpan::sql {
namespace {

static_assert(FlagPii == 32, "a statement below names the bit");

constexpr std::int64_t kValuesAtOnce = 500;

std::string updateOf(const RowEdit& row, bool unlessChanged) {
    std::string set;
    std::string same;
    for (const TextEdit& edit : row.edits) {
        set += set.empty() ? "" : ", ";
        set += std::string(edit.column->name) + " = ?t";
        same += " AND " + std::string(edit.column->name) + " IS ?t";
    }
    return "UPDATE " + std::string(row.table->name) + " SET " + set + " WHERE rowid = ?" +
           (unlessChanged ? same : "");
}

std::size_t bytesOf(const RowEdit& row) {
    std::size_t bytes = 0;
    for (const TextEdit& edit : row.edits) {
        bytes += edit.before.size() + edit.after.size();
    }
    return bytes;
}

bool holdsText(const RowEdit& row, std::string_view table, std::string_view column) {
    return row.table->name == table &&
           std::ranges::any_of(row.edits, [&](const auto& edit) { return edit.column->name == column; });
}

} // namespace

TextWriter::TextWriter(Connection& connection, ActId act, Others others)
    : m_connection(connection)
    , m_names(connection)
    , m_writes(connection)
    , m_act(act)
    , m_others(others) {}

store::ReredactionTally TextWriter::tally() const {
    auto out = m_tally;
    out.longestLock = m_writes.longestLock();
    return out;
}

Result<void> TextWriter::begin() {
    const auto begun = m_writes.begin();
    if (!begun) {
        return std::unexpected(begun.error());
    }
    m_indexGone = m_indexGone && !*begun;
    return {};
}

Result<void> TextWriter::write(std::span<const RowEdit> rows) {
    for (const RowEdit& row : rows) {
        const auto write = !row.table->key.empty()    ? &TextWriter::writeValue
                           : row.table->name == "tag" ? &TextWriter::writeTag
                                                      : &TextWriter::writeRow;
        if (auto done = (this->*write)(row); !done) {
            return done;
        }
    }
    return m_writes.commit();
}

Result<void> TextWriter::writeRow(const RowEdit& row) {
    if (auto begun = begin(); !begun) {
        return begun;
    }
    const bool unlessChanged = m_others == Others::maybe;
    std::vector<std::string> texts;
    for (const TextEdit& edit : row.edits) {
        auto name = m_names.of(row, edit);
        if (!name) {
            return std::unexpected(name.error());
        }
        texts.push_back(std::move(name->text));
    }
    {
        Statement update(m_connection, updateOf(row, unlessChanged));
        for (const auto& text : texts) {
            update.bind(text);
        }
        update.bind(row.rowid);
        for (const TextEdit& edit : row.edits) {
            if (unlessChanged) {
                update.bind(edit.before);
            }
        }
        if (auto done = update.run(); !done) {
            return done;
        }
        if (update.changed() == 0) {
            return {};
        }
    }
    if (auto done = follow(row); !done) {
        return done;
    }
    if (auto done = count(row); !done) {
        return done;
    }
    return m_writes.wrote(bytesOf(row));
}

Result<void> TextWriter::writeTag(const RowEdit& row) {
    if (auto begun = begin(); !begun) {
        return begun;
    }
    const auto other = Statement(m_connection, "SELECT id FROM tag WHERE name = ?t AND id <> ?")
                           .bind(row.edits.front().after)
                           .bind(row.rowid)
                           .number();
    if (!other) {
        return std::unexpected(other.error());
    }
    if (!*other) {
        return writeRow(row);
    }
    if (m_others == Others::maybe) {
        return {}; // an import may go on to use the number of the tag; the last step makes them one
    }
    Statement rows(m_connection, "UPDATE OR IGNORE entry_tag SET tag = ? WHERE tag = ?");
    if (auto done = rows.bind(**other).bind(row.rowid).run(); !done) {
        return done;
    }
    for (const char* sql : {"DELETE FROM entry_tag WHERE tag = ?", "DELETE FROM tag WHERE id = ?"}) {
        if (auto done = Statement(m_connection, sql).bind(row.rowid).run(); !done) {
            return done;
        }
    }
    return count(row);
}

Result<void> TextWriter::writeValue(const RowEdit& row) {
    const TextEdit& edit = row.edits.front();
    const std::string column(edit.column->name);
    const std::string table(row.table->name);
    const std::string key(row.table->key);
    if (auto begun = begin(); !begun) {
        return begun;
    }
    const auto name = m_names.of(row, edit);
    if (!name) {
        return std::unexpected(name.error());
    }
    const bool isOfKey = row.table->key.find(edit.column->name) != std::string_view::npos;
    const bool goes = row.goes || (name->isSuperseded && isOfKey);
    const std::string some = " WHERE (" + key + ") IN (SELECT " + key + " FROM " + table + " WHERE " +
                             column + " = ?t ORDER BY " + key + " LIMIT ?)";
    for (std::int64_t handled = kValuesAtOnce; handled == kValuesAtOnce;) {
        if (auto begun = begin(); !begun) {
            return begun;
        }
        handled = 0;
        if (!goes) {
            Statement update(m_connection, "UPDATE OR IGNORE " + table + " SET " + column + " = ?t" + some);
            if (auto done = update.bind(name->text).bind(edit.before).bind(kValuesAtOnce).run(); !done) {
                return done;
            }
            handled = update.changed();
        }
        if (goes || isOfKey) { // what is left of these has its like under the new name, which is newer
            Statement remove(m_connection, "DELETE FROM " + table + some);
            if (auto done = remove.bind(edit.before).bind(kValuesAtOnce - handled).run(); !done) {
                return done;
            }
            handled += remove.changed();
        }
        if (auto done = row.goes ? countQueues(handled) : Result<void>{}; !done) {
            return done;
        }
        if (auto done = m_writes.wrote(bytesOf(row) * static_cast<std::size_t>(handled)); !done) {
            return done;
        }
    }
    if (auto begun = begin(); !begun) {
        return begun;
    }
    return count(row);
}

Result<void> TextWriter::countQueues(std::int64_t gone) {
    m_tally.queues += gone;
    return Statement(m_connection, "UPDATE reredaction SET queues = queues + ?").bind(gone).run();
}

Result<void> TextWriter::follow(const RowEdit& row) {
    if (row.table->ownerKind == TextOwner::act) {
        Statement end(m_connection, "INSERT OR IGNORE INTO act_ended(act, by) VALUES(?, ?)");
        if (auto done = end.bind(row.owner).bind(m_act).run(); !done) {
            return done;
        }
        m_tally.acts += end.changed();
    }
    if (holdsText(row, "correction", "text")) {
        for (const char* sql : {"UPDATE correction SET pii = 1 WHERE entry = ?",
                                "UPDATE entry SET flags = flags | 32 WHERE id = ?"}) {
            if (auto done = Statement(m_connection, sql).bind(row.owner).run(); !done) {
                return done;
            }
        }
    }
    if (row.table->name == "entry_text" && !m_indexGone) {
        // Whatever was indexed meanwhile knows the row by its old words.
        const auto there = hasIndexTables(m_connection);
        if (!there) {
            return std::unexpected(there.error());
        }
        for (const char* sql : {"DELETE FROM search_state", "DELETE FROM search_segment"}) {
            if (auto done = *there ? m_connection.execute(sql) : Result<void>{}; !done) {
                return done;
            }
        }
        m_indexGone = true;
    }
    return {};
}

Result<void> TextWriter::count(const RowEdit& row) {
    if (row.table->ownerKind == TextOwner::row) {
        Statement touched(m_connection, "INSERT OR IGNORE INTO reredaction_row(entry) VALUES(?)");
        if (auto done = touched.bind(row.owner).run(); !done) {
            return done;
        }
        m_tally.rows += touched.changed();
    }
    m_tally.counts.add(row.counts);
    for (const TextEdit& edit : row.edits) {
        m_tally.add({}, edit.column->field, 1);
    }
    return Statement(m_connection, "UPDATE reredaction SET fields = fields + ?")
        .bind(static_cast<std::int64_t>(row.edits.size()))
        .run();
}

} // namespace goldpan::sql
