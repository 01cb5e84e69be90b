// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_export.h"

#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/row_selection.h"
#include "app/cli/verb_table.h"
#include "core/exporting/export_service.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <ostream>
#include <ranges>

namespace goldpan::cli {
namespace {

constexpr std::size_t kNamedIds = 20;

Result<std::vector<std::string>> words(const std::string& list, const std::string& option) {
    std::vector<std::string> found;
    if (list.empty()) {
        return found;
    }
    for (const auto part : std::views::split(list, ',')) {
        found.emplace_back(part.begin(), part.end());
        if (found.back().empty()) {
            return fail(ErrorCode::usage, "a name in the list is empty", option);
        }
    }
    return found;
}

Result<exporting::ExportSpec> specOf(const ExportOptions& options) {
    if (options.out.empty() && !options.dryRun) {
        return fail(ErrorCode::usage, "name the batch with --out PATH, or count it with --dry-run");
    }
    auto tags = words(options.tagList, "--tags");
    if (!tags) {
        return std::unexpected(tags.error());
    }
    tags->insert(tags->end(), options.tags.begin(), options.tags.end());
    for (const auto& tag : *tags) {
        if (auto text = checkText(tag, "tag"); !text) {
            return std::unexpected(text.error());
        }
    }
    auto exclude = words(options.exclude, "--exclude");
    if (!exclude) {
        return std::unexpected(exclude.error());
    }
    return exporting::ExportSpec{
        .format = *exporting::formatFromName(options.format),
        .tags = std::move(*tags),
        .filterText = options.filter,
        .exclude = std::move(*exclude),
        .redactCorrections = options.redactCorrections,
        .toolRows = options.toolRows,
    };
}

Json filesJson(const std::vector<exporting::ExportedFile>& files) {
    auto list = Json::array();
    for (const auto& file : files) {
        list.push_back(
            {{"path", file.path}, {"rows", file.rows}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return list;
}

std::string formatsHelp() {
    std::string out = "Shape of the rows";
    for (const auto format : exporting::kFormats) {
        const auto& traits = exporting::traitsOf(format);
        out.append(out.ends_with(')') ? ", " : ": ").append(traits.name);
        out.append(" (").append(traits.purpose).append(")");
    }
    return out;
}

void printExcludedIds(std::ostream& err, const exporting::ExportReport& report) {
    for (const auto& [reason, ids] : report.excludedIds) {
        if (ids.empty()) {
            continue;
        }
        err << "held back (" << reason << "):";
        for (const auto& id : ids | std::views::take(kNamedIds)) {
            err << ' ' << plainText(id);
            if (const auto why = report.invalidWhy.find(id);
                reason == "invalid" && why != report.invalidWhy.end()) {
                err << " (" << why->second << ')';
            }
        }
        if (ids.size() > kNamedIds) {
            err << " and " << ids.size() - kNamedIds << " more; all in the manifest";
        }
        err << '\n';
    }
}

void printReport(Io& io, const ExportOptions& options, const exporting::ExportReport& report) {
    if (options.json) {
        printJson(io.out, {{"rows", report.rows},
                           {"excluded", report.excluded},
                           {"warned", report.warned},
                           {"files", filesJson(report.files)},
                           {"batch", report.batch ? Json(report.batch->value) : Json(nullptr)}});
        return;
    }
    std::vector<std::vector<std::string>> table{{"rows", std::to_string(report.rows)},
                                                {"excluded", countsText(report.excluded)},
                                                {"warned", countsText(report.warned)}};
    for (const auto& file : report.files) {
        table.push_back({"file", file.path + "  sha256 " + file.sha256});
    }
    table.push_back({"batch", report.batch ? std::to_string(report.batch->value) : "none, a dry run"});
    printTable(io.out, table);
    printExcludedIds(io.err, report);
}

} // namespace

Result<int> runExport(const ExportOptions& options, Io& io) {
    const auto spec = specOf(options);
    if (!spec) {
        return std::unexpected(spec.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (auto filter = readFilter(**store, options.filter, options.json, io); !filter) {
        return std::unexpected(filter.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    exporting::ExportService service(**store, **redactor, io.clock);
    std::optional<ProgressLine> line(std::in_place, io, "export");
    const auto report = options.dryRun ? service.dryRun(*spec, line->callback(), io.stop)
                                       : service.run(*spec, options.out, line->callback(), io.stop);
    line.reset();
    if (!report) {
        return std::unexpected(report.error());
    }
    printReport(io, options, *report);
    if (report->filterLeftOut) {
        io.err << "The filter holds PII, so neither the manifest nor the store keeps it.\n";
    }
    return kExitDone;
}

void addExport(VerbTable& verbs) {
    auto options = std::make_shared<ExportOptions>();
    auto& verb = verbs.add("export", "Write a batch of training rows with its manifest", options->json,
                           [options](Io& io) { return runExport(*options, io); });
    addStore(verb, *options);
    verb.add_option("--out", options->out, "NAME.jsonl, NAME.jsonl.gz or a folder ending in /")
        ->type_name("PATH");
    std::vector<std::string> formats;
    for (const auto format : exporting::kFormats) {
        formats.emplace_back(exporting::formatName(format));
    }
    verb.add_option("--format", options->format, formatsHelp())->check(CLI::IsMember(formats));
    verb.add_option("--tags", options->tagList, "Rows with one of these tags; default: any tag")
        ->type_name("A,B");
    verb.add_option("--tag", options->tags, "One more tag, commas and all; may be repeated")
        ->allow_extra_args(false)
        ->type_name("TAG");
    verb.add_option("--filter", options->filter, "Only rows that the filter admits")->type_name("F");
    verb.add_option("--exclude", options->exclude, "Warnings that leave a row out: identical")
        ->type_name("LIST");
    verb.add_flag("--redact-corrections", options->redactCorrections,
                  "Let out corrections that held PII, as redacted");
    verb.add_flag("--tool-rows", options->toolRows,
                  "Let rows with tool turns, and tools, into sft, prompt-completion, dpo and kto");
    verb.add_flag("--dry-run", options->dryRun, "Count, write nothing");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
