// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_review.h"

#include "app/cli/row_act.h"
#include "app/cli/verb_table.h"

#include <CLI/CLI.hpp>

#include <map>
#include <memory>

namespace goldpan::cli {
namespace {

const std::map<std::string, review::Decision> kDecisions{{"accept", review::Decision::accept},
                                                         {"discard", review::Decision::discard},
                                                         {"defer", review::Decision::defer},
                                                         {"reopen", review::Decision::reopen}};

} // namespace

Result<int> runReview(const ReviewOptions& options, Io& io) {
    const auto decision = kDecisions.at(options.decision);
    return actOnRows(
        options, options.rows, options.decision, io,
        [&](review::ReviewService& service, std::span<const RowId> rows, const ProgressFn& progress) {
            return service.decide(rows, decision, progress, io.stop);
        });
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
