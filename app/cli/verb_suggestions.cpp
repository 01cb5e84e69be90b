// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_suggestions.h"

#include "app/cli/texts_file.h"
#include "app/cli/verb_table.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace goldpan::cli {

Result<int> runSuggestions(const SuggestionsOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto suggestions = readTexts(options.file, io);
    if (!suggestions) {
        return std::unexpected(suggestions.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(**store, **redactor, io.clock, options.operatorName);
    const auto tally = service.importSuggestions(*suggestions, io.stop);
    if (!tally) {
        return std::unexpected(tally.error());
    }
    printTexts(io, options.json, *tally);
    return kExitDone;
}

void addSuggestions(VerbTable& verbs) {
    auto options = std::make_shared<SuggestionsOptions>();
    auto& verb = verbs.add("suggestions",
                           R"(A stronger model's answers, {"request_id": "text"}, for operators to take)",
                           options->json, [options](Io& io) { return runSuggestions(*options, io); });
    addStore(verb, *options);
    verb.add_option("ACTION", options->action, "import")->required()->check(CLI::IsMember({"import"}));
    verb.add_option("FILE", options->file, "JSON; - is standard input")->required();
    addOperator(verb, *options);
}

} // namespace goldpan::cli
