// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_tag.h"

#include "app/cli/row_act.h"
#include "app/cli/verb_table.h"
#include "core/domain/tag.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace goldpan::cli {

Result<int> runTag(const TagOptions& options, Io& io) {
    if (auto text = checkText(options.tag, "tag"); !text) {
        return std::unexpected(text.error());
    }
    if (auto tag = checkTag(options.tag); !tag) {
        return fail(ErrorCode::usage, tag.error().message, tag.error().where);
    }
    return actOnRows(
        options, options.rows, "tag " + options.action, io,
        [&](review::ReviewService& service, std::span<const RowId> rows, const ProgressFn& progress) {
            return service.tag(rows, options.tag, options.action == "add", progress, io.stop);
        });
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
