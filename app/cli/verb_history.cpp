// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_history.h"

#include "app/cli/history_lines.h"
#include "app/cli/output.h"
#include "app/cli/row_selection.h"
#include "app/cli/verb_table.h"
#include "core/store/entry_reader.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <ostream>

namespace goldpan::cli {

Result<int> runHistory(const HistoryOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    std::optional<RowId> row;
    if (!options.id.empty()) {
        const auto found = findRow(**store, options.id);
        if (!found) {
            return std::unexpected(found.error());
        }
        row = *found;
    }
    const auto items = (*store)->entries().history(row, 0);
    if (!items) {
        return std::unexpected(items.error());
    }
    if (!options.json) {
        printHistory(io.out, *items);
        return kExitDone;
    }
    for (const auto& item : *items) {
        printJson(io.out, historyJson(item));
    }
    return kExitDone;
}

void addHistory(VerbTable& verbs) {
    auto options = std::make_shared<HistoryOptions>();
    auto& verb = verbs.add("history", "Acts of the store or of one row, newest first", options->json,
                           [options](Io& io) { return runHistory(*options, io); });
    addStore(verb, *options);
    verb.add_option("ID", options->id, "Request id; without one: the whole store");
}

} // namespace goldpan::cli
