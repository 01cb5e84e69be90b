// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_corrections.h"

#include "app/cli/noted_copy.h"
#include "app/cli/output.h"
#include "app/cli/texts_file.h"
#include "app/cli/verb_table.h"
#include "core/review/corrections_file.h"
#include "core/review/review_service.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>
#include <system_error>

namespace goldpan::cli {
namespace {

Result<int> exportTo(store::Store& store, const redact::Redactor& redactor, const CorrectionsOptions& options,
                     Io& io) {
    NotedCopy noted(store, store::CopyKind::corrections, options.file, io);
    const auto written = review::writeCorrections(store, redactor, options.file);
    if (!written) {
        return std::unexpected(written.error());
    }
    std::error_code ignored;
    noted.isMade(static_cast<std::int64_t>(std::filesystem::file_size(options.file, ignored)));
    if (options.json) {
        printJson(io.out, {{"written", *written}, {"path", options.file}});
    } else {
        io.out << *written << " corrections to " << options.file << '\n';
    }
    return kExitDone;
}

Result<int> exportToOutput(store::Store& store, const redact::Redactor& redactor, Io& io) {
    const auto written =
        review::writeCorrections(store, redactor, [&](std::string_view piece) -> Result<void> {
            io.out << piece;
            return {};
        });
    return written ? Result<int>(kExitDone) : std::unexpected(written.error());
}

Result<int> importFrom(store::Store& store, const CorrectionsOptions& options, Io& io) {
    const auto corrections = readTexts(options.file, io);
    if (!corrections) {
        return std::unexpected(corrections.error());
    }
    const auto redactor = store::redactorOf(store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(store, **redactor, io.clock, options.operatorName);
    review::CorrectionsImportOutcome outcome;
    const auto done = service.importCorrections(*corrections, options.file, outcome, {}, io.stop);
    printTexts(io, options.json, outcome.texts, done.has_value());
    for (const auto& id : outcome.piiIds) {
        io.err << "redacted, export holds it back until it is saved by hand: " << plainText(id) << '\n';
    }
    for (const auto& id : outcome.leftIds) {
        io.err << "decided on by hand since the import began, left so: " << plainText(id) << '\n';
    }
    return done ? Result<int>(kExitDone) : std::unexpected(done.error());
}

} // namespace

Result<int> runCorrections(const CorrectionsOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (options.action == "import") {
        return importFrom(**store, options, io);
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    return options.file == "-" ? exportToOutput(**store, **redactor, io)
                               : exportTo(**store, **redactor, options, io);
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
