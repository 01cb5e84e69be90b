// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/entry_columns.h"

#include "core/store/sql/entry_texts.h"

namespace goldpan::sql {

store::EntryRecord entryFrom(const NativeStatement& row) {
    const auto text = [&](int column) { return std::string(row.text(column)); };
    store::EntryRecord out;
    out.id = RowId{row.integer(0)};
    LogEntry& entry = out.entry;
    entry.requestId = text(1);
    entry.ts = row.isNull(2) ? std::nullopt : std::optional(Timestamp{row.integer(2)});
    entry.modelVersion = text(3);
    entry.latencyMs = row.isNull(4) ? std::nullopt : std::optional(row.integer(4));
    entry.userIdHash = row.isNull(5) ? std::nullopt : std::optional(text(5));
    entry.responseLogprob = row.isNull(6) ? std::nullopt : std::optional(row.real(6));
    out.state = static_cast<ReviewState>(row.integer(7));
    out.flags = static_cast<std::uint32_t>(row.integer(8));
    readTexts(row, 9, entry);
    if (!row.isNull(16)) {
        out.correction = Correction{.text = text(16),
                                    .operatorName = text(17),
                                    .source = static_cast<CorrectionSource>(row.integer(18)),
                                    .createdAt = Timestamp{row.integer(19)},
                                    .updatedAt = Timestamp{row.integer(20)},
                                    .pii = row.integer(21) != 0};
    }
    out.weight = row.real(22);
    return out;
}

} // namespace goldpan::sql
