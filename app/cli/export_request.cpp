// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_request.h"

#include "app/cli/output.h"
#include "core/store/queue_reader.h"
#include "core/store/store.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <ranges>
#include <string_view>

namespace goldpan::cli {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// Blanks around a name are none of it; `--tag` takes a tag that has them.
Result<std::vector<std::string>> words(std::string_view list, const std::string& option) {
    std::vector<std::string> found;
    if (trimmed(list).empty()) { // splits into nothing
        return fail(ErrorCode::usage, "a name in the list is empty", option);
    }
    for (const auto part : std::views::split(list, ',')) {
        found.emplace_back(trimmed(std::string_view(part.begin(), part.end())));
        if (found.back().empty()) {
            return fail(ErrorCode::usage, "a name in the list is empty", option);
        }
    }
    return found;
}

/// ID=REASON: the id ends at the first equals sign.
Result<std::map<std::string, std::string>> keptRows(const std::vector<std::string>& given) {
    std::map<std::string, std::string> out;
    for (const auto& text : given) {
        const auto equals = text.find('=');
        if (equals == 0 || equals == std::string::npos || trimmed(text.substr(equals + 1)).empty()) {
            return fail(ErrorCode::usage, "a row is kept by its request id and a reason: --keep ID=REASON",
                        text);
        }
        if (auto reason = checkText(text.substr(equals + 1), "reason"); !reason) {
            return std::unexpected(reason.error());
        }
        out[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return out;
}

} // namespace

Result<exporting::ExportSpec> exportSpecOf(const ExportOptions& options) {
    if (options.out.empty() && !options.dryRun) {
        return fail(ErrorCode::usage, "name the batch with --out PATH, or count it with --dry-run");
    }
    if (options.out == "-") {
        return fail(ErrorCode::usage, "a batch is files, and none goes to standard output; name one",
                    "--out");
    }
    std::vector<std::string> tags;
    if (options.tagList) { // given and empty is a variable that was not set, and would mean every tag
        auto listed = words(*options.tagList, "--tags");
        if (!listed) {
            return std::unexpected(listed.error());
        }
        tags = std::move(*listed);
    }
    tags.insert(tags.end(), options.tags.begin(), options.tags.end());
    for (const auto& tag : tags) {
        if (auto text = checkText(tag, "tag"); !text) {
            return std::unexpected(text.error());
        }
    }
    std::vector<std::string> exclude;
    if (!options.exclude.empty()) {
        auto listed = words(options.exclude, "--exclude");
        if (!listed) {
            return std::unexpected(listed.error());
        }
        exclude = std::move(*listed);
    }
    auto keep = keptRows(options.keep);
    if (!keep) {
        return std::unexpected(keep.error());
    }
    return exporting::ExportSpec{
        .format = *exporting::formatFromName(options.format),
        .tags = std::move(tags),
        .filterText = options.filter,
        .exclude = std::move(exclude),
        .redactCorrections = options.redactCorrections,
        .toolRows = options.toolRows,
        .goldFile = options.gold,
        .maxTokens = options.maxTokens,
        .splitShare = options.split,
        .seed = options.seed,
        .keep = std::move(*keep),
    };
}

Result<void> tellOfUnknownTags(store::Store& store, const redact::Redactor& redactor,
                               const std::vector<std::string>& tags, std::ostream& err) {
    if (tags.empty()) {
        return {};
    }
    const auto known = store.queue().tagNames();
    if (!known) {
        return std::unexpected(known.error());
    }
    for (const auto& given : tags) {
        const std::string tag = redactor.redacted(given);
        if (std::ranges::find(*known, tag) == known->end()) {
            err << "the store has no tag " << plainLine(tag) << '\n';
        }
    }
    return {};
}

} // namespace goldpan::cli
