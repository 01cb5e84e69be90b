// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_feedback.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/feedback/event_service.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

void add(feedback::FeedbackOutcomeCounts& sum, const feedback::FeedbackOutcomeCounts& counts) {
    sum.read += counts.read;
    sum.applied += counts.applied;
    sum.again += counts.again;
    sum.duplicate += counts.duplicate;
    sum.waiting += counts.waiting;
    sum.positive += counts.positive;
    sum.quarantined += counts.quarantined;
}

void printCounts(Io& io, bool json, const feedback::FeedbackOutcomeCounts& counts) {
    const std::vector<std::pair<std::string, std::int64_t>> named{
        {"read", counts.read},       {"applied", counts.applied},   {"duplicate", counts.duplicate},
        {"waiting", counts.waiting}, {"positive", counts.positive}, {"quarantined", counts.quarantined}};
    Json shape;
    std::vector<std::vector<std::string>> table;
    for (const auto& [name, count] : named) {
        shape[name] = count;
        table.push_back({name, std::to_string(count)});
    }
    if (counts.again > 0) {
        shape["applied_again"] = counts.again;
        table.push_back({"applied again", std::to_string(counts.again) + " that were undone"});
    }
    if (json) {
        printJson(io.out, shape);
    } else {
        printTable(io.out, table);
    }
}

} // namespace

Result<int> runFeedback(const FeedbackOptions& options, Io& io) {
    for (const auto& file : options.files) { // before the first one is applied
        if (auto readable = checkReadable(file); !readable) {
            return std::unexpected(readable.error());
        }
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    feedback::EventService service(**store, **redactor, io.clock, options.operatorName);
    feedback::FeedbackOutcomeCounts sum;
    {
        ProgressLine line(io, "feedback");
        for (const auto& file : options.files) {
            const auto counts = service.applyFeedbackFile(file, line.callback(), io.stop);
            if (!counts) {
                return std::unexpected(counts.error());
            }
            add(sum, *counts);
        }
    }
    printCounts(io, options.json, sum);
    return kExitDone;
}

void addFeedback(VerbTable& verbs) {
    auto options = std::make_shared<FeedbackOptions>();
    auto& verb = verbs.add("feedback", "Join thumbs_down, regenerate, report and thumbs_up events onto rows",
                           options->json, [options](Io& io) { return runFeedback(*options, io); });
    addStore(verb, *options);
    verb.add_option("FILE", options->files, "JSONL of {request_id, kind, ts}")->required();
    addOperator(verb, *options);
}

} // namespace goldpan::cli
