// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_verify.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/export_service.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {

namespace {

Result<exporting::VerifyReport> verified(const VerifyOptions& options, Io& io) {
    if (options.store.empty()) {
        return exporting::verifyBatch(options.path);
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
        if (!options.store.empty()) {
            out["batch"] = report->batch ? Json(report->batch->value) : Json(nullptr);
        }
        printJson(io.out, out);
        return ok ? kExitDone : kExitFailed;
    }
    for (const auto& file : report->files) {
        io.out << file.path << ": " << file.rows << " rows, " << file.bytes << " bytes\n";
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
