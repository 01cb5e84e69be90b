// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/text_walk.h"

#include "core/store/sql/native_statement.h"

#include <algorithm>
#include <utility>

namespace goldpan::sql {
namespace {

constexpr std::int64_t kMostRows = 500;
constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min(); // key hashes are row ids too

/// What a drift event and a re-redaction say is no word of people: a time, hours and a model, or a hash. An
/// undo and a redo repeat what the act they are about says, with its names, behind its kind.
constexpr std::string_view kDetailOfPeople =
    "CASE WHEN kind IN (8, 14) OR (kind IN (11, 12) AND detail GLOB 'drift *') THEN NULL ELSE detail END";
static_assert(static_cast<int>(ActKind::drift) == 8 && static_cast<int>(ActKind::undo) == 11 &&
              static_cast<int>(ActKind::redo) == 12 && static_cast<int>(ActKind::reredact) == 14);

/// rowid, owner, aspect, then each column that is redacted.
std::string selectOf(const TextTable& table) {
    std::string sql = "SELECT rowid, ";
    sql += table.owner.empty() ? std::string_view("0") : table.owner;
    const bool holdsChanges =
        std::ranges::find(table.columns, TextKind::change, &TextColumn::kind) != table.columns.end();
    sql += holdsChanges ? ", aspect" : ", 0";
    for (const TextColumn& column : table.columns) {
        if (isRedacted(column.kind)) {
            sql += ", ";
            sql += column.kind == TextKind::detail ? kDetailOfPeople : column.name;
        }
    }
    sql += " FROM ";
    sql += table.name;
    return sql + " WHERE rowid > ?1 ORDER BY rowid LIMIT ?2";
}

} // namespace

Result<void> TextWalk::run(const Take& take, const ProgressFn& progress, const std::stop_token& stop) {
    m_rows = 0;
    for (const TextTable& table : textTables()) {
        if (std::ranges::none_of(table.columns, [](const auto& column) { return isRedacted(column.kind); })) {
            continue;
        }
        const auto done = table.key.empty() ? walkRows(table, take, progress, stop) : walkValues(table, take);
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> TextWalk::walkRows(const TextTable& table, const Take& take, const ProgressFn& progress,
                                const std::stop_token& stop) {
    for (std::int64_t after = kFirst;;) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto block = nextBlock(table, after);
        if (!block) {
            return std::unexpected(block.error());
        }
        if (block->rows == 0) {
            return {};
        }
        if (auto taken = block->edits.empty() ? Result<void>{} : take(block->edits); !taken) {
            return taken;
        }
        after = block->last;
        m_rows += block->rows;
        if (progress) {
            progress({.done = m_rows, .total = 0, .rows = m_rows});
        }
    }
}

void TextWalk::rewrite(RowEdit& row, const TextColumn& column, std::string_view text, Aspect aspect) {
    if (column.kind == TextKind::filter) {
        if (m_rewriter.isFilterToDrop(text, row.counts)) {
            row.goes = true;
            row.edits.push_back({&column, std::string(text), {}});
        }
        return;
    }
    if (auto better = m_rewriter.rewritten(column.kind, text, aspect, row.counts)) {
        row.edits.push_back({&column, std::string(text), std::move(*better)});
    }
}

Result<TextWalk::Block> TextWalk::nextBlock(const TextTable& table, std::int64_t after) {
    auto select = NativeStatement::prepare(m_connection, selectOf(table));
    if (!select) {
        return std::unexpected(select.error());
    }
    select->bind(1, after);
    select->bind(2, kMostRows);
    Block block;
    std::size_t bytes = 0;
    while (bytes < kMostBytes) {
        const auto more = select->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        RowEdit row{.table = &table, .rowid = select->integer(0), .owner = select->integer(1)};
        const auto aspect = static_cast<Aspect>(select->integer(2));
        int position = 3;
        for (const TextColumn& column : table.columns) {
            if (!isRedacted(column.kind)) {
                continue;
            }
            const int at = position++;
            if (!select->isNull(at)) {
                const auto text = select->text(at);
                bytes += text.size();
                rewrite(row, column, text, aspect);
            }
        }
        block.last = row.rowid;
        ++block.rows;
        if (!row.edits.empty()) {
            block.edits.push_back(std::move(row));
        }
    }
    return block;
}

Result<std::vector<RowEdit>> TextWalk::editsOf(const TextTable& table, const TextColumn& column,
                                               std::span<const std::string> gone) {
    std::string sql = "SELECT " + std::string(column.name) + ", count(*) FROM " + std::string(table.name);
    if (!gone.empty()) {
        sql += " WHERE filter NOT IN (?1";
        for (std::size_t i = 2; i <= gone.size(); ++i) {
            sql += ", ?" + std::to_string(i);
        }
        sql += ")";
    }
    auto values = NativeStatement::prepare(m_connection, sql + " GROUP BY 1");
    if (!values) {
        return std::unexpected(values.error());
    }
    for (std::size_t i = 0; i < gone.size(); ++i) {
        values->bind(static_cast<int>(i) + 1, std::string_view(gone[i]));
    }
    std::vector<RowEdit> edits;
    for (;;) {
        const auto more = values->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return edits;
        }
        RowEdit row{.table = &table, .rows = values->integer(1)};
        rewrite(row, column, values->text(0), Aspect::state);
        if (!row.edits.empty()) {
            edits.push_back(std::move(row));
        }
    }
}

Result<void> TextWalk::walkValues(const TextTable& table, const Take& take) {
    // Their other texts are nobody's work: a preview leaves them out as a confirmation finds them gone.
    std::vector<std::string> gone;
    for (const TextColumn& column : table.columns) {
        if (!isRedacted(column.kind)) {
            continue;
        }
        const auto edits = editsOf(table, column, gone);
        if (!edits) {
            return std::unexpected(edits.error());
        }
        for (const RowEdit& row : *edits) {
            if (row.goes) {
                gone.push_back(row.edits.front().before);
            }
        }
        if (auto taken = edits->empty() ? Result<void>{} : take(*edits); !taken) {
            return taken;
        }
    }
    return {};
}

} // namespace goldpan::sql
