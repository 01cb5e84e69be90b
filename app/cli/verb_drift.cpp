// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_drift.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/base/files.h"
#include "core/feedback/drift_reader.h"
#include "core/feedback/event_service.h"
#include "core/store/store_redactor.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <memory>
#include <optional>
#include <ostream>

namespace goldpan::cli {
namespace {

/// Hours of `90m`, `12h` or `2d`.
std::optional<double> hoursFromText(std::string_view text) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end + 1 != text.data() + text.size()) {
        return std::nullopt;
    }
    const auto number = static_cast<double>(count);
    switch (*end) {
    case 'm':
        return number / 60;
    case 'h':
        return number;
    case 'd':
        return number * 24;
    default:
        return std::nullopt;
    }
}

/// An option that was given without a word is a slip, never a default.
std::string complaintIfEmpty(const std::string& text) {
    return text.empty() ? "the value is empty" : "";
}

Result<DriftEvent> eventOf(const DriftOptions& options, double defaultHours) {
    const auto ts = parseTimestamp(options.at);
    if (!ts) {
        return fail(ErrorCode::usage, "the time is not ISO 8601, as in 2025-06-12T03:04:05Z", "--at");
    }
    const auto hours = options.window.empty() ? std::optional(defaultHours) : hoursFromText(options.window);
    if (!hours) {
        return fail(ErrorCode::usage,
                    "the window is no number of minutes, hours or days, as in 90m, 12h or 2d", "--window");
    }
    const auto micros = feedback::windowMicrosFromHours(*hours);
    if (!micros) {
        return fail(ErrorCode::usage, micros.error().message, "--window");
    }
    if (auto text = checkText(options.modelVersion, "model version"); !text) {
        return std::unexpected(text.error());
    }
    return DriftEvent{*ts, *micros, options.modelVersion, !options.modelVersion.empty()};
}

Result<feedback::DriftReport> reportOf(const DriftOptions& options, double defaultHours) {
    std::optional<DriftEvent> said;
    if (!options.at.empty()) {
        auto event = eventOf(options, defaultHours);
        if (!event) {
            return std::unexpected(event.error());
        }
        said = std::move(*event);
    }
    if (options.eventFile.empty()) {
        return feedback::DriftReport{{}, {*said}};
    }
    const auto text = readFile(options.eventFile);
    if (!text) {
        return std::unexpected(text.error());
    }
    feedback::DriftDefaults defaults{.windowHours = defaultHours};
    if (said) {
        defaults.at = said->ts;
        defaults.windowHours = static_cast<double>(said->windowMicros) / static_cast<double>(kMicrosPerHour);
        defaults.modelVersion = said->modelVersion;
    }
    auto report = feedback::readDrift(*text, defaults);
    if (!report) {
        auto error = report.error();
        error.where = options.eventFile + (error.where.empty() ? "" : ", " + error.where);
        return std::unexpected(error);
    }
    return report;
}

Json hoursOf(const DriftEvent& event) {
    if (event.windowMicros % kMicrosPerHour == 0) {
        return event.windowMicros / kMicrosPerHour;
    }
    return static_cast<double>(event.windowMicros) / static_cast<double>(kMicrosPerHour);
}

/// The keys of an outcome, without a time.
void printNoDrift(Io& io, bool json, const std::string& tool) {
    if (json) {
        printJson(io.out,
                  {{"ts", nullptr}, {"window_hours", nullptr}, {"in_window", 0}, {"newly_tagged", 0}});
        return;
    }
    io.out << "the " << tool << " file reports no drift; nothing was recorded\n";
}

void printOutcome(Io& io, bool json, const feedback::DriftOutcome& outcome) {
    if (json) {
        Json shape{{"ts", jsonTime(outcome.event.ts)},
                   {"window_hours", hoursOf(outcome.event)},
                   {"in_window", outcome.inWindow},
                   {"newly_tagged", outcome.newlyTagged}};
        if (outcome.isAgain) {
            shape["applied_again"] = true;
        }
        printJson(io.out, shape);
        return;
    }
    io.out << "drift at " << formatTimestamp(outcome.event.ts) << ", window "
           << jsonText(hoursOf(outcome.event)) << " h: " << outcome.inWindow << " rows in the window, "
           << outcome.newlyTagged << " newly tagged"
           << (outcome.isAgain ? "; applied again: it was undone" : "") << '\n';
}

} // namespace

Result<int> runDrift(const DriftOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto policy = (*store)->upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    const auto report = reportOf(options, policy->driftWindowHours);
    if (!report) {
        return std::unexpected(report.error());
    }
    if (report->events.empty()) {
        printNoDrift(io, options.json, report->tool);
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    feedback::EventService service(**store, **redactor, io.clock, options.operatorName);
    for (const auto& event : report->events) {
        std::optional<ProgressLine> line(std::in_place, io, "drift");
        const auto outcome = service.applyDrift(event, line->callback(), io.stop);
        line.reset();
        if (!outcome) {
            return std::unexpected(outcome.error());
        }
        printOutcome(io, options.json, *outcome);
    }
    return kExitDone;
}

void addDrift(VerbTable& verbs) {
    auto options = std::make_shared<DriftOptions>();
    auto& verb = verbs.add("drift", "Record a drift event and tag drift_window on every row of its window",
                           options->json, [options](Io& io) { return runDrift(*options, io); });
    addStore(verb, *options);
    auto* source = verb.add_option_group("event", "What happened")->require_option(1, 2);
    auto* at = source
                   ->add_option("--at", options->at,
                                "When the drift was seen; with --event, where the file does not say it")
                   ->type_name("TS")
                   ->check(complaintIfEmpty);
    source
        ->add_option(
            "--event", options->eventFile,
            "What the monitor wrote: deployment_drift_detected events as JSON, an Evidently test suite "
            "or report, a NannyML table as CSV, a whylogs constraints report, OpenTelemetry log "
            "records")
        ->type_name("FILE")
        ->check(complaintIfEmpty);
    verb.add_option("--window", options->window,
                    "Width before it, as in 90m, 12h or 2d; default: the store's policy")
        ->type_name("W")
        ->check(complaintIfEmpty)
        ->needs(at);
    verb.add_option("--model-version", options->modelVersion, "Only rows of this model")
        ->type_name("V")
        ->needs(at);
    addOperator(verb, *options);
}

} // namespace goldpan::cli
