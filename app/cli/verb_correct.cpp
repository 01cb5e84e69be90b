// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_correct.h"

#include "app/cli/act_report.h"
#include "app/cli/row_selection.h"
#include "app/cli/verb_table.h"
#include "core/base/files.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <istream>
#include <iterator>
#include <memory>

namespace goldpan::cli {
namespace {

Result<std::string> textOf(const CorrectOptions& options, Io& io) {
    if (options.text) {
        auto valid = checkText(*options.text, "text");
        return valid ? Result<std::string>(*options.text) : std::unexpected(valid.error());
    }
    if (*options.textFile == "-") {
        return std::string(std::istreambuf_iterator(io.in), {});
    }
    return readFile(*options.textFile);
}

} // namespace

Result<int> runCorrect(const CorrectOptions& options, Io& io) {
    const bool byModel = options.source == "model";
    if (byModel && !options.operatorNamed) {
        return fail(ErrorCode::usage,
                    "a correction drafted by a model needs --operator NAME, who verified it");
    }
    const auto text = textOf(options, io);
    if (!text) {
        return std::unexpected(text.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto row = findRow(**store, options.id);
    if (!row) {
        return std::unexpected(row.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(**store, **redactor, io.clock, options.operatorName);
    const auto source = byModel ? CorrectionSource::modelDrafted : CorrectionSource::operatorWritten;
    const auto outcome = service.correct(*row, *text, source);
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    printAct(io, options.json, "correct", *outcome);
    return kExitDone;
}

void addCorrect(VerbTable& verbs) {
    auto options = std::make_shared<CorrectOptions>();
    auto& verb = verbs.add("correct", "Write the gold correction of a row and tag it operator_review",
                           options->json, [options](Io& io) { return runCorrect(*options, io); });
    addStore(verb, *options);
    verb.add_option("ID", options->id, "Request id")->required();
    auto* given = verb.add_option_group("text", "What the model should have answered")->require_option(1);
    given->add_option("--text", options->text, "The text itself")->type_name("T");
    given->add_option("--text-file", options->textFile, "A file, taken byte by byte; - is standard input")
        ->type_name("FILE");
    verb.add_option("--source", options->source, "operator, or model for a model's draft that you verified")
        ->check(CLI::IsMember({"operator", "model"}));
    addOperator(verb, *options);
    verb.get_option("--operator")->each([options](const std::string&) { options->operatorNamed = true; });
}

} // namespace goldpan::cli
