// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextWalk: goes through every text of a store and says what redaction changes of it. Reads a few rows at a
// time, so that nobody waits for it. Lives on the stack of the work; the connection's thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/text_columns.h"
#include "core/store/sql/text_rewriter.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::sql {

struct TextEdit {
    const TextColumn* column = nullptr;
    std::string before;
    std::string after; ///< empty where the row goes
};

/// Of one row; of a table with a key: of one value, wherever it stands.
struct RowEdit {
    const TextTable* table = nullptr;
    std::int64_t rowid = 0;
    std::int64_t owner = 0; ///< 0 where the text is nobody's
    std::int64_t rows = 1;  ///< of a value: that have it
    bool goes = false;      ///< no token may stand in its text, so it is left out of the store
    std::vector<TextEdit> edits;
    redact::RedactionCounts counts;
};

class TextWalk {
public:
    /// Rows that were read together; nothing is being read while they are taken.
    using Take = std::function<Result<void>(std::span<const RowEdit>)>;

    TextWalk(Connection& connection, const redact::Redactor& redactor)
        : m_connection(connection)
        , m_rewriter(redactor) {}

    /// `cancelled` on a stop.
    [[nodiscard]] Result<void> run(const Take& take, const ProgressFn& progress, const std::stop_token& stop);

private:
    struct Block {
        std::vector<RowEdit> edits;
        std::int64_t last = std::numeric_limits<std::int64_t>::min();
        std::int64_t rows = 0;
    };

    [[nodiscard]] Result<void> walkRows(const TextTable& table, const Take& take, const ProgressFn& progress,
                                        const std::stop_token& stop);
    [[nodiscard]] Result<Block> nextBlock(const TextTable& table, std::int64_t after);
    [[nodiscard]] Result<void> walkValues(const TextTable& table, const Take& take);
    /// Of the different values of a column, but for those of rows whose filter is `gone`.
    [[nodiscard]] Result<std::vector<RowEdit>> editsOf(const TextTable& table, const TextColumn& column,
                                                       std::span<const std::string> gone);
    void rewrite(RowEdit& row, const TextColumn& column, std::string_view text, Aspect aspect);

    Connection& m_connection;
    TextRewriter m_rewriter;
    std::int64_t m_rows = 0;
};

} // namespace goldpan::sql
