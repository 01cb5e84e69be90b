// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_index.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/store/search_index.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <ostream>

namespace goldpan::cli {
namespace {

/// Builds or drops; answers the rows that were indexed.
Result<std::int64_t> work(store::SearchIndex& index, const IndexOptions& options, Io& io) {
    ProgressLine line(io, options.drop ? "drop" : "index");
    if (options.drop) {
        const auto dropped = index.drop(line.callback(), io.stop);
        return dropped ? Result<std::int64_t>(0) : std::unexpected(dropped.error());
    }
    const auto built = index.build({}, line.callback(), io.stop);
    return built ? Result<std::int64_t>(built->rows) : std::unexpected(built.error());
}

} // namespace

Result<int> runIndex(const IndexOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto begun = io.clock.now();
    store::SearchIndex& index = (*store)->searchIndex();
    const auto indexed = work(index, options, io);
    if (!indexed) {
        return std::unexpected(indexed.error());
    }
    const auto status = index.status();
    if (!status) {
        return std::unexpected(status.error());
    }
    const auto seconds = static_cast<double>(io.clock.now().micros - begun.micros) / 1e6;
    if (options.json) {
        printJson(io.out, {{"index", store::indexStateName(status->state)},
                           {"rows", status->covered},
                           {"indexed", *indexed},
                           {"seconds", seconds}});
    } else {
        io.out << "index " << store::indexStateName(status->state) << ": " << status->covered << " of "
               << status->rows << " rows, " << *indexed << " of them new\n";
    }
    return kExitDone;
}

void addIndex(VerbTable& verbs) {
    auto options = std::make_shared<IndexOptions>();
    auto& verb = verbs.add("index", "Build the search index, which makes text filters fast", options->json,
                           [options](Io& io) { return runIndex(*options, io); });
    addStore(verb, *options);
    verb.add_flag("--drop", options->drop, "Remove the index; filters answer the same without it");
}

} // namespace goldpan::cli
