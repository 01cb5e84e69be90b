// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_corrections.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/base/files.h"
#include "core/review/corrections_file.h"
#include "core/review/review_service.h"

#include <CLI/CLI.hpp>

#include <istream>
#include <iterator>
#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

Result<int> exportTo(store::Store& store, const CorrectionsOptions& options, Io& io) {
    const auto written = review::writeCorrections(store, options.file);
    if (!written) {
        return std::unexpected(written.error());
    }
    if (options.json) {
        printJson(io.out, {{"written", *written}, {"path", options.file}});
    } else {
        io.out << *written << " corrections to " << options.file << '\n';
    }
    return kExitDone;
}

Result<int> exportToOutput(store::Store& store, Io& io) {
    const auto written = review::writeCorrections(store, [&](std::string_view piece) -> Result<void> {
        io.out << piece;
        return {};
    });
    return written ? Result<int>(kExitDone) : std::unexpected(written.error());
}

void printOutcome(Io& io, bool json, const review::CorrectionsImportOutcome& outcome) {
    if (json) {
        printJson(io.out, {{"read", outcome.read},
                           {"applied", outcome.applied},
                           {"unchanged", outcome.unchanged},
                           {"empty", outcome.empty},
                           {"unknown", outcome.unknown}});
    } else {
        printTable(io.out, {{"read", std::to_string(outcome.read)},
                            {"applied", std::to_string(outcome.applied)},
                            {"unchanged", std::to_string(outcome.unchanged)},
                            {"empty", std::to_string(outcome.empty)},
                            {"unknown", std::to_string(outcome.unknown)}});
    }
    for (const auto& id : outcome.unknownIds) {
        io.err << "unknown request id: " << plainText(id) << '\n';
    }
    for (const auto& id : outcome.piiIds) {
        io.err << "redacted, export holds it back until it is saved by hand: " << plainText(id) << '\n';
    }
}

Result<int> importFrom(store::Store& store, const CorrectionsOptions& options, Io& io) {
    const auto text = options.file == "-"
                          ? Result<std::string>(std::string(std::istreambuf_iterator(io.in), {}))
                          : readFile(options.file);
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto corrections = review::parseCorrections(*text);
    if (!corrections) {
        auto error = corrections.error();
        error.where = options.file + (error.where.empty() ? "" : ", " + error.where);
        return std::unexpected(error);
    }
    const redact::Redactor redactor;
    review::ReviewService service(store, redactor, io.clock, options.operatorName);
    const auto outcome = service.importCorrections(*corrections, options.file, io.stop);
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    printOutcome(io, options.json, *outcome);
    return kExitDone;
}

} // namespace

Result<int> runCorrections(const CorrectionsOptions& options, Io& io) {
    const auto store = openStore(options);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (options.action == "import") {
        return importFrom(**store, options, io);
    }
    return options.file == "-" ? exportToOutput(**store, io) : exportTo(**store, options, io);
}

void addCorrections(VerbTable& verbs) {
    auto options = std::make_shared<CorrectionsOptions>();
    auto& verb = verbs.add("corrections", R"(Gold corrections as {"request_id": "text"}, both ways)",
                           options->json, [options](Io& io) { return runCorrections(*options, io); });
    addStore(verb, *options);
    verb.add_option("ACTION", options->action, "export or import")
        ->required()
        ->check(CLI::IsMember({"export", "import"}));
    verb.add_option("FILE", options->file, "JSON; - is standard input or output")->required();
    addOperator(verb, *options);
}

} // namespace goldpan::cli
