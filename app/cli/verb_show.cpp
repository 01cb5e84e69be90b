// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_show.h"

#include "app/cli/entry_view.h"
#include "app/cli/row_selection.h"
#include "app/cli/verb_table.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace goldpan::cli {

Result<int> runShow(const ShowOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto row = findRow(**store, options.id);
    if (!row) {
        return std::unexpected(row.error());
    }
    auto& reader = (*store)->entries();
    const auto record = reader.read(*row);
    if (!record) {
        return std::unexpected(record.error());
    }
    const auto drafts = reader.drafts(*row);
    if (!drafts) {
        return std::unexpected(drafts.error());
    }
    const auto suggestion = reader.suggestion(*row);
    if (!suggestion) {
        return std::unexpected(suggestion.error());
    }
    const auto history = reader.history(*row, 0);
    if (!history) {
        return std::unexpected(history.error());
    }
    const EntryView view{*record, *drafts, *suggestion, *history};
    if (options.json) {
        printEntryJson(io.out, view);
    } else {
        printEntry(io.out, view);
    }
    return kExitDone;
}

void addShow(VerbTable& verbs) {
    auto options = std::make_shared<ShowOptions>();
    auto& verb = verbs.add("show", "One row with its correction, drafts and history", options->json,
                           [options](Io& io) { return runShow(*options, io); });
    addStore(verb, *options);
    verb.add_option("ID", options->id, "Request id")->required();
}

} // namespace goldpan::cli
