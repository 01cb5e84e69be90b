// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_stats.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

void printJsonStats(std::ostream& out, const store::Stats& stats) {
    Json byState = Json::object();
    for (std::size_t i = 0; i < kReviewStates.size(); ++i) {
        byState[std::string(reviewStateName(kReviewStates[i]))] = stats.byState[i];
    }
    printJson(out, {{"rows", stats.rows},
                    {"by_state", byState},
                    {"by_tag", stats.byTag},
                    {"corrections", stats.corrections},
                    {"drafts", stats.drafts},
                    {"batches", stats.batches},
                    {"quarantined", stats.quarantined},
                    {"index", store::indexStateName(stats.index.state)},
                    {"schema_version", stats.schemaVersion}});
}

void printStats(std::ostream& out, const store::Stats& stats) {
    std::vector<std::vector<std::string>> table{{"rows", std::to_string(stats.rows)}};
    for (std::size_t i = 0; i < kReviewStates.size(); ++i) {
        table.push_back(
            {"  " + std::string(reviewStateName(kReviewStates[i])), std::to_string(stats.byState[i])});
    }
    table.push_back({"tags", std::to_string(stats.byTag.size())});
    for (const auto& [tag, count] : stats.byTag) {
        table.push_back({"  " + tag, std::to_string(count)});
    }
    table.push_back({"corrections", std::to_string(stats.corrections)});
    table.push_back({"drafts", std::to_string(stats.drafts)});
    table.push_back({"batches", std::to_string(stats.batches)});
    table.push_back({"quarantined", std::to_string(stats.quarantined)});
    table.push_back({"index", std::string(store::indexStateName(stats.index.state))});
    table.push_back({"schema version", std::to_string(stats.schemaVersion)});
    printTable(out, table);
}

} // namespace

Result<int> runStats(const StatsOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto stats = (*store)->upkeep().stats();
    if (!stats) {
        return std::unexpected(stats.error());
    }
    if (options.json) {
        printJsonStats(io.out, *stats);
    } else {
        printStats(io.out, *stats);
    }
    return kExitDone;
}

void addStats(VerbTable& verbs) {
    auto options = std::make_shared<StatsOptions>();
    auto& verb = verbs.add("stats", "Counts by state and tag", options->json,
                           [options](Io& io) { return runStats(*options, io); });
    addStore(verb, *options);
}

} // namespace goldpan::cli
