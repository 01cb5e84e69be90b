// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_readiness.h"

#include "app/cli/export_rows.h"
#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/readiness/triggers_of.h"

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
    const redact::Redactor redactor;
    const auto triggers =
        readiness::triggersOf(**store, exportRows(**store, redactor, io, "readiness"), *now);
    if (!triggers) {
        return std::unexpected(triggers.error());
    }
    if (options.json) {
        printJson(io.out, asJson(*triggers));
    } else {
        print(io.out, *triggers);
    }
    return options.exitCode && !cadence::isDue(*triggers) ? kExitNo : kExitDone;
}

void addReadiness(VerbTable& verbs) {
    auto options = std::make_shared<ReadinessOptions>();
    auto& verb =
        verbs.add("readiness", "Say whether a retraining is due: by drift, on schedule or for a cluster",
                  options->json, [options](Io& io) { return runReadiness(*options, io); });
    addStore(verb, *options);
    verb.add_option("--now", options->now, "The time to judge by; default: the clock")->type_name("TS");
    verb.add_flag("--exit-code", options->exitCode, "Exit status 3 where none is due");
}

} // namespace goldpan::cli
