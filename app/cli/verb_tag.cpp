// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_tag.h"

#include "app/cli/act_report.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/domain/tag.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>

namespace goldpan::cli {

Result<int> runTag(const TagOptions& options, Io& io) {
    if (auto text = checkText(options.tag, "tag"); !text) {
        return std::unexpected(text.error());
    }
    if (auto tag = checkTag(options.tag); !tag) {
        return fail(ErrorCode::usage, tag.error().message, tag.error().where);
    }
    const auto store = openStore(options);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto rows = selectRows(**store, options.rows, options.json, io);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    const redact::Redactor redactor;
    review::ReviewService service(**store, redactor, io.clock, options.operatorName);
    std::optional<ProgressLine> line(std::in_place, io, "tag");
    const auto outcome = service.tag(*rows, options.tag, options.action == "add", line->callback(), io.stop);
    line.reset();
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    printAct(io, options.json, "tag " + options.action, *outcome);
    return kExitDone;
}

void addTag(VerbTable& verbs) {
    auto options = std::make_shared<TagOptions>();
    auto& verb = verbs.add("tag", "Add a tag to rows or remove it", options->json,
                           [options](Io& io) { return runTag(*options, io); });
    addStore(verb, *options);
    verb.add_option("ACTION", options->action, "add or remove")
        ->required()
        ->check(CLI::IsMember({"add", "remove"}));
    verb.add_option("TAG", options->tag, "The tag")->required();
    addSelection(verb, options->rows);
    addOperator(verb, *options);
}

} // namespace goldpan::cli
