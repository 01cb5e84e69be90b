// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_stats.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

Json samplingJson(const store::SamplingStats& sampling) {
    Json rules = Json::array();
    for (const auto& rule : sampling.rules) {
        rules.push_back({{"keep", rule.keep},
                         {"intended_rate", rule.rate ? Json(*rule.rate) : Json()},
                         {"achieved_rate", rule.achievedRate() ? Json(*rule.achievedRate()) : Json()},
                         {"read", rule.read()},
                         {"low_confidence", rule.lowConfidence},
                         {"drift_window", rule.driftWindow},
                         {"flagged", rule.flagged},
                         {"sampled", rule.sampled},
                         {"kept_before", rule.keptBefore},
                         {"sampled_out", rule.sampledOut}});
    }
    return {{"rules", rules},
            {"sampled_out", sampling.sampledOut},
            {"held", sampling.held},
            {"brought_in", sampling.broughtIn},
            {"lost_to_sampling", sampling.lost}};
}

/// "5%" of 0.05, to two places.
std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g%%", share * 100);
    return text;
}

void printSampling(const store::SamplingStats& sampling, std::vector<std::vector<std::string>>& table) {
    if (sampling.rules.empty() && sampling.sampledOut == 0 && sampling.broughtIn == 0) {
        return;
    }
    table.push_back({"sampled out", std::to_string(sampling.sampledOut)});
    table.push_back({"  held for late events", std::to_string(sampling.held)});
    table.push_back({"  lost to sampling", std::to_string(sampling.lost)});
    table.push_back({"brought in by late events", std::to_string(sampling.broughtIn)});
    for (const auto& rule : sampling.rules) {
        const auto matter = rule.lowConfidence + rule.driftWindow + rule.flagged;
        const auto kept = rule.sampled + rule.keptBefore;
        std::string text = "read " + std::to_string(rule.read()) + ", kept " + std::to_string(matter) +
                           " that matter and " + std::to_string(kept) + " of " +
                           std::to_string(rule.read() - matter) + " healthy";
        if (const auto achieved = rule.achievedRate()) {
            text += " (" + percent(*achieved) + (rule.rate ? ", intended " + percent(*rule.rate) : "") + ")";
        }
        table.push_back({"  " + rule.keep, text});
    }
}

void printJsonStats(std::ostream& out, const store::Stats& stats, const store::SamplingStats& sampling) {
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
                    {"schema_version", stats.schemaVersion},
                    {"sampling", samplingJson(sampling)}});
}

void printStats(std::ostream& out, const store::Stats& stats, const store::SamplingStats& sampling) {
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
    printSampling(sampling, table);
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
    const auto sampling = (*store)->upkeep().sampling();
    if (!sampling) {
        return std::unexpected(sampling.error());
    }
    if (options.json) {
        printJsonStats(io.out, *stats, *sampling);
    } else {
        printStats(io.out, *stats, *sampling);
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
