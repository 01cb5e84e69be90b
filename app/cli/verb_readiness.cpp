// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_readiness.h"

#include "app/cli/export_rows.h"
#include "app/cli/output.h"
#include "app/cli/timeline_report.h"
#include "app/cli/verb_table.h"
#include "core/readiness/overview.h"
#include "core/readiness/triggers_of.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

using cadence::Trigger;

Json asJson(const std::vector<Trigger>& triggers) {
    Json table = Json::array();
    for (const Trigger& trigger : triggers) {
        table.push_back({{"name", cadence::triggerName(trigger.kind)},
                         {"subject", trigger.subject},
                         {"fires", trigger.fires},
                         {"have", trigger.have},
                         {"need", trigger.need},
                         {"reason", trigger.reason}});
    }
    return {{"due", cadence::isDue(triggers)}, {"triggers", std::move(table)}};
}

void print(std::ostream& out, const std::vector<Trigger>& triggers) {
    std::vector<std::vector<std::string>> table;
    for (const Trigger& trigger : triggers) {
        table.push_back({trigger.fires ? "due" : "-", std::string(cadence::triggerName(trigger.kind)),
                         trigger.subject.empty() ? "-" : trigger.subject,
                         std::to_string(trigger.have) + "/" + std::to_string(trigger.need), trigger.reason});
    }
    printTable(out, table);
    out << (cadence::isDue(triggers) ? "a retraining is due\n" : "no retraining is due\n");
}

/// Only the triggers unless the rest was asked for, which takes a look at every row.
Result<readiness::Overview> overviewOf(store::Store& store, Timestamp now, bool timeline, Io& io) {
    const auto redactor = store::redactorOf(store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    const auto exported = exportRows(store, **redactor, io, "readiness");
    if (timeline) {
        return readiness::readOverview(store, exported, now, io.stop);
    }
    auto triggers = readiness::triggersOf(store, exported, now);
    if (!triggers) {
        return std::unexpected(triggers.error());
    }
    return readiness::Overview{.triggers = std::move(*triggers)};
}

} // namespace

Result<int> runReadiness(const ReadinessOptions& options, Io& io) {
    const auto now = options.now.empty() ? std::optional(io.clock.now()) : parseTimestamp(options.now);
    if (!now) {
        return fail(ErrorCode::usage, "the time is not ISO 8601, as in 2025-06-12T03:04:05Z", "--now");
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto overview = overviewOf(**store, *now, options.timeline, io);
    if (!overview) {
        return std::unexpected(overview.error());
    }
    if (options.json) {
        Json report = asJson(overview->triggers);
        if (options.timeline) {
            addTimeline(report, *overview);
        }
        printJson(io.out, report);
    } else {
        print(io.out, overview->triggers);
        if (options.timeline) {
            printTimeline(io.out, *overview);
        }
    }
    return options.exitCode && !cadence::isDue(overview->triggers) ? kExitNo : kExitDone;
}

void addReadiness(VerbTable& verbs) {
    auto options = std::make_shared<ReadinessOptions>();
    auto& verb =
        verbs.add("readiness", "Say whether a retraining is due: by drift, on schedule or for a cluster",
                  options->json, [options](Io& io) { return runReadiness(*options, io); });
    addStore(verb, *options);
    verb.add_option("--now", options->now, "The time to judge by; default: the clock")->type_name("TS");
    verb.add_flag("--timeline", options->timeline,
                  "Also the rows of each day, of each step of the logprob, and the drift windows");
    verb.add_flag("--exit-code", options->exitCode, "Exit status 3 where none is due");
}

} // namespace goldpan::cli
