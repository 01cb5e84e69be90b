// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_verify.h"

#include "app/cli/left_behind.h"
#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/export_service.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>

namespace goldpan::cli {

namespace {

/// Where only a store knows what is to become of an export that was stopped, it is asked; one that cannot be
/// opened is no reason not to prove what is there.
std::optional<exporting::StoppedExport> askedStore(VerifyOptions options, Io& io) {
    options.store = exporting::storeToAsk(options.path);
    std::error_code ignored;
    if (options.store.empty() || !std::filesystem::is_regular_file(options.store, ignored)) {
        return std::nullopt;
    }
    const auto store = openStore(options, io);
    return store ? exporting::settleStopped(options.path, **store) : std::nullopt;
}

std::string_view endName(exporting::StoppedExport::End end) {
    using End = exporting::StoppedExport::End;
    return end == End::finished ? "finished" : end == End::undone ? "undone" : "waits";
}

void printStopped(std::ostream& out, const exporting::StoppedExport& stopped) {
    using End = exporting::StoppedExport::End;
    out << "note: an export to this name was stopped before its end; ";
    switch (stopped.end) {
    case End::finished:
        out << "it is finished now\n";
        break;
    case End::undone:
        out << "it is undone, and the batch before it stands\n";
        break;
    case End::waits:
        out << "it waits (" << plainText(stopped.why) << "): verify with --store " << plainText(stopped.store)
            << '\n';
        break;
    }
    printLeftBehind(out, stopped.leftBehind);
}

Result<exporting::VerifyReport> verified(const VerifyOptions& options, Io& io) {
    if (options.store.empty()) {
        auto stopped = askedStore(options, io);
        auto report = exporting::verifyBatch(options.path);
        if (report && stopped) {
            report->stopped = std::move(stopped);
        }
        return report;
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    return exporting::verifyBatch(options.path, **store);
}

} // namespace

Result<int> runVerify(const VerifyOptions& options, Io& io) {
    const auto report = verified(options, io);
    if (!report) {
        return std::unexpected(report.error());
    }
    const bool ok = report->problems.empty();
    const bool isCardEdited = report->card == exporting::CardState::edited;
    if (options.json) {
        auto files = Json::array();
        for (const auto& file : report->files) {
            files.push_back(
                {{"path", file.path}, {"rows", file.rows}, {"bytes", file.bytes}, {"sha256", file.sha256}});
        }
        Json out{{"ok", ok},
                 {"manifest", report->manifest},
                 {"files", files},
                 {"problems", Json(report->problems)}};
        if (report->card) {
            out["card"] = isCardEdited ? "edited" : "as written";
        }
        if (report->stopped) {
            out["stopped_export"] = endName(report->stopped->end);
        }
        if (!options.store.empty()) {
            out["batch"] = report->batch ? Json(report->batch->value) : Json(nullptr);
        }
        printJson(io.out, out);
        return ok ? kExitDone : kExitFailed;
    }
    for (const auto& file : report->files) {
        io.out << file.path << ": " << file.rows << " rows, " << file.bytes << " bytes\n";
    }
    if (report->stopped) {
        printStopped(io.out, *report->stopped);
    }
    for (const auto& problem : report->problems) {
        io.out << "problem: " << plainText(problem) << '\n';
    }
    if (isCardEdited) {
        io.out << "note: the card, " << exporting::kCardName
               << ", was edited since; it is meant to be completed, and nothing trains on it\n";
    }
    if (report->batch) {
        io.out << "batch " << report->batch->value << " of the store\n";
    }
    io.out << (ok ? "The batch is as its manifest says.\n" : "The batch is not as its manifest says.\n");
    return ok ? kExitDone : kExitFailed;
}

void addVerify(VerbTable& verbs) {
    auto options = std::make_shared<VerifyOptions>();
    auto& verb = verbs.add("verify", "Prove a batch against its manifest", options->json,
                           [options](Io& io) { return runVerify(*options, io); });
    verb.add_option("PATH", options->path, "The data file, the manifest or the folder")->required();
    verb.add_option("--store", options->store, "Also against what this store recorded when it wrote it")
        ->type_name("STORE");
}

} // namespace goldpan::cli
