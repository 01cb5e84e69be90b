// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readiness/triggers_of.h"

#include "core/store/ledger.h"
#include "core/store/store.h"
#include "core/store/upkeep.h"

#include <unordered_set>

namespace goldpan::readiness {
namespace {

/// The rows of every batch that went to training.
Result<std::unordered_set<RowId>> readRetrains(store::Ledger& ledger, cadence::Facts& facts,
                                               const std::stop_token& stop) {
    const auto retrains = ledger.retrains();
    if (!retrains) {
        return std::unexpected(retrains.error());
    }
    std::unordered_set<RowId> trained;
    for (const store::Retrain& retrain : *retrains) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        facts.lastRetrain = retrain.markedAt; // they come by time
        const auto take = [&](RowId row, std::optional<Timestamp>, std::string_view) { trained.insert(row); };
        if (auto read = ledger.batchRows(retrain.batch, take); !read) {
            return std::unexpected(read.error());
        }
    }
    return trained;
}

} // namespace

Result<std::vector<cadence::Trigger>> triggersOf(store::Store& store, const ExportRows& exported,
                                                 Timestamp now) {
    const auto windows = store.events().driftWindows();
    return windows ? triggersOf(store, *windows, exported, now, {}) : std::unexpected(windows.error());
}

Result<std::vector<cadence::Trigger>> triggersOf(store::Store& store,
                                                 const std::vector<store::DriftRecord>& windows,
                                                 const ExportRows& exported, Timestamp now,
                                                 const std::stop_token& stop) {
    const auto policy = store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    cadence::Facts facts;
    for (const store::DriftRecord& window : windows) {
        facts.drift.push_back({.event = window.event, .trainedOn = window.trainedOn});
    }
    const auto trained = readRetrains(store.ledger(), facts, stop);
    if (!trained) {
        return std::unexpected(trained.error());
    }
    const auto first = store.ledger().firstTime();
    if (!first) {
        return std::unexpected(first.error());
    }
    facts.firstRow = *first;
    const auto count = [&](const store::EntryRecord& row) {
        facts.add(row.entry.ts, row.entry.modelVersion, row.entry.tags, trained->contains(row.id));
    };
    if (auto read = exported(count); !read) {
        return std::unexpected(read.error());
    }
    return cadence::triggers(facts, *policy, now);
}

} // namespace goldpan::readiness
