// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_undo.h"

#include "app/cli/act_report.h"
#include "app/cli/verb_table.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <limits>
#include <memory>
#include <string>

namespace goldpan::cli {
namespace {

void print(Io& io, bool json, const std::string& verb, const review::UndoOutcome& outcome) {
    printAct(io, json, verb + " of " + std::string(actKindName(outcome.kind)), outcome.outcome);
}

} // namespace

Result<int> runUndo(const UndoOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(**store, **redactor, io.clock, options.operatorName);
    const auto act = options.act ? std::optional(ActId{*options.act}) : std::nullopt;
    const auto outcome = service.undo(act, io.stop);
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    print(io, options.json, "undo", *outcome);
    return kExitDone;
}

Result<int> runRedo(const ActOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(**store, **redactor, io.clock, options.operatorName);
    const auto outcome = service.redo(std::nullopt, io.stop);
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    print(io, options.json, "redo", *outcome);
    return kExitDone;
}

void addUndo(VerbTable& verbs) {
    auto options = std::make_shared<UndoOptions>();
    auto& verb = verbs.add("undo", "Take back this operator's newest act, or a named one", options->json,
                           [options](Io& io) { return runUndo(*options, io); });
    addStore(verb, *options);
    verb.add_option("--act", options->act, "An act by its number in the history, of any kind")
        ->check(CLI::Range(std::int64_t{1}, std::numeric_limits<std::int64_t>::max()))
        ->type_name("N");
    addOperator(verb, *options);
}

void addRedo(VerbTable& verbs) {
    auto options = std::make_shared<ActOptions>();
    auto& verb = verbs.add("redo", "Do again what this operator's newest undo took back", options->json,
                           [options](Io& io) { return runRedo(*options, io); });
    addStore(verb, *options);
    addOperator(verb, *options);
}

} // namespace goldpan::cli
