// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_review.h"

#include "app/cli/act_report.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <optional>

namespace goldpan::cli {
namespace {

const std::map<std::string, review::Decision> kDecisions{{"accept", review::Decision::accept},
                                                         {"discard", review::Decision::discard},
                                                         {"defer", review::Decision::defer},
                                                         {"reopen", review::Decision::reopen}};

} // namespace

Result<int> runReview(const ReviewOptions& options, Io& io) {
    const auto store = openStore(options);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto rows = selectRows(**store, options.rows, options.json, io);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    const redact::Redactor redactor;
    review::ReviewService service(**store, redactor, io.clock, options.operatorName);
    std::optional<ProgressLine> line(std::in_place, io, options.decision);
    const auto outcome = service.decide(*rows, kDecisions.at(options.decision), line->callback(), io.stop);
    line.reset();
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    printAct(io, options.json, options.decision, *outcome);
    return kExitDone;
}

void addReview(VerbTable& verbs) {
    auto options = std::make_shared<ReviewOptions>();
    auto& verb = verbs.add("review", "Accept, discard, defer or reopen rows", options->json,
                           [options](Io& io) { return runReview(*options, io); });
    addStore(verb, *options);
    verb.add_option("DECISION", options->decision, "accept, discard, defer or reopen")
        ->required()
        ->check(CLI::IsMember({"accept", "discard", "defer", "reopen"}));
    addSelection(verb, options->rows);
    addOperator(verb, *options);
}

} // namespace goldpan::cli
