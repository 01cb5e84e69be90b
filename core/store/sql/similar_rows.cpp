// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/similar_rows.h"

#include "core/base/sha256.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_keys.h"
#include "core/store/sql/sql_value.h"

#include <sqlite3.h>

namespace goldpan::sql {
namespace {

void ask(sqlite3_context* context, int, sqlite3_value** values) {
    auto* similar = static_cast<SimilarRows*>(sqlite3_value_pointer(values[0], kSimilarPointerType));
    const bool isLike =
        similar != nullptr && similar->likeness().isLike(textOf(values[1]), textOf(values[2]));
    sqlite3_result_int(context, isLike ? 1 : 0);
}

} // namespace

Result<std::unique_ptr<SimilarRows>> SimilarRows::find(Connection& connection, const std::string& requestId) {
    auto row = NativeStatement::prepare(
        connection,
        std::string("SELECT e.id, t.prompt, t.response FROM entry e JOIN entry_text t ON t.id = e.id"
                    " WHERE e.id IN ") +
            rowsOfKey("?1", "?1") + " AND e.request_id = ?2");
    if (!row) {
        return std::unexpected(row.error());
    }
    row->bind(1, static_cast<std::int64_t>(stableHash64(requestId)));
    row->bind(2, std::string_view(requestId));
    const auto found = row->step();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return fail(ErrorCode::badFilter, "the store has no row with this request id",
                    "similar:" + requestId);
    }
    return std::unique_ptr<SimilarRows>(new SimilarRows(row->integer(0), row->text(1), row->text(2)));
}

void registerSimilarRows(sqlite3* handle) {
    sqlite3_create_function_v2(handle, "similar_to", 3,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, ask, nullptr,
                               nullptr, nullptr);
}

} // namespace goldpan::sql
