// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_tags.h"

#include <algorithm>

namespace goldpan::sql {

Result<std::vector<std::string>> readTags(Connection& connection, std::optional<NativeStatement>& kept,
                                          RowId row) {
    if (!kept) {
        auto statement = NativeStatement::prepare(
            connection, "SELECT g.name FROM entry_tag x JOIN tag g ON g.id = x.tag WHERE x.entry = ?1");
        if (!statement) {
            return std::unexpected(statement.error());
        }
        kept.emplace(std::move(*statement));
    }
    std::vector<std::string> out;
    kept->bind(1, row.value);
    for (;;) {
        auto more = kept->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        out.emplace_back(kept->text(0));
    }
    kept->reset();
    std::ranges::sort(out);
    return out;
}

} // namespace goldpan::sql
