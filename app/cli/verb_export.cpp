// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_export.h"

#include "app/cli/export_request.h"
#include "app/cli/left_behind.h"
#include "app/cli/number_option.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/row_selection.h"
#include "app/cli/verb_table.h"
#include "core/exporting/batch_target.h"
#include "core/exporting/export_service.h"
#include "core/exporting/settled_spec.h"
#include "core/store/store.h"
#include "core/store/store_redactor.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <ranges>

namespace goldpan::cli {
namespace {

constexpr std::size_t kNamedIds = 20;

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
            err << ' ' << plainLine(id);
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

Json findingsJson(const std::vector<exporting::RowFinding>& findings) {
    auto list = Json::array();
    for (const auto& finding : findings) {
        list.push_back(Json::parse(exporting::findingText(finding)));
    }
    return list;
}

/// "row ~ other, 0.93: words": the first of each check.
void printFindings(std::ostream& err, const exporting::ExportReport& report) {
    std::map<RowCheck, std::size_t> told;
    for (const auto& found : report.findings) {
        if (++told[found.check] > kNamedIds) {
            continue;
        }
        err << rowCheckName(found.check) << (found.excluded ? " (left out): " : ": ")
            << plainLine(found.requestId);
        if (!found.other.empty()) {
            err << (found.check == RowCheck::contaminated ? " holds gold case " : " beside ")
                << plainLine(found.other);
        }
        if (found.share != 0) {
            err << ", " << std::llround(found.share * 100) << " % the same";
        }
        if (found.tokens != 0) {
            err << ", about " << found.tokens << " tokens";
        }
        if (!found.where.empty()) {
            err << ", in the " << found.where;
        }
        if (!found.span.empty()) {
            err << ": " << plainText(found.span);
        }
        if (!found.keptFor.empty()) {
            err << "; kept: " << plainLine(found.keptFor);
        }
        err << '\n';
    }
    for (const auto& [check, count] : told) {
        if (count > kNamedIds) {
            err << rowCheckName(check) << ": " << count - kNamedIds
                << " more; all with --json and in the manifest\n";
        }
    }
    for (const auto& [id, rows] : report.goldInFrames) {
        err << "gold case " << plainLine(id) << " stands in the system prompt of " << rows
            << " rows, most of a small batch or more than ten, so it was not held against them\n";
    }
    for (const auto& id : report.keptInVain) {
        err << "no check found anything about " << plainLine(id) << ", which was to be kept\n";
    }
}

std::map<std::string, std::int64_t> reasonCounts(const std::map<std::string, std::string>& whyById) {
    std::map<std::string, std::int64_t> out;
    for (const auto& [id, why] : whyById) {
        ++out[why];
    }
    return out;
}

/// What was asked for and is not so.
void printNotes(std::ostream& err, const ExportOptions& options, const exporting::ExportReport& report,
                const std::map<std::string, std::string>& notChecked) {
    for (const auto& [check, why] : notChecked) {
        err << check << " was not checked, although the policy leaves such rows out: " << why << '\n';
    }
    if (options.split != 0 && report.rows != 0 && report.validationRows == 0) {
        err << "no row falls on the side for validation, so there is no second file; a larger --split or "
               "another --seed draws others\n";
    }
}

void printReport(Io& io, const ExportOptions& options, const exporting::ExportReport& report,
                 const std::map<std::string, std::string>& notChecked) {
    if (options.json) {
        Json json{{"rows", report.rows},
                  {"excluded", report.excluded},
                  {"warned", report.warned},
                  {"files", filesJson(report.files)},
                  {"batch", report.batch ? Json(report.batch->value) : Json(nullptr)}};
        if (!report.invalidWhy.empty()) { // by request id they stand in the manifest
            json["invalid_why"] = reasonCounts(report.invalidWhy);
        }
        if (!report.goldInFrames.empty()) {
            json["gold_in_frames"] = report.goldInFrames;
        }
        if (!report.leftBehind.empty()) {
            json["left_behind"] = report.leftBehind;
        }
        if (!notChecked.empty()) {
            json["not_checked"] = notChecked;
        }
        if (options.dryRun) { // of a batch they stand in its manifest
            json["findings"] = findingsJson(report.findings);
        }
        if (options.split != 0) {
            json["validation_rows"] = report.validationRows;
        }
        printJson(io.out, json);
        return;
    }
    std::vector<std::vector<std::string>> table{{"rows", std::to_string(report.rows)},
                                                {"excluded", countsText(report.excluded)},
                                                {"warned", countsText(report.warned)}};
    if (options.split != 0) {
        table.insert(table.begin() + 1, {"for validation", std::to_string(report.validationRows)});
    }
    for (const auto& file : report.files) {
        table.push_back({"file", file.path + "  sha256 " + file.sha256});
    }
    table.push_back({"batch", report.batch ? std::to_string(report.batch->value) : "none, a dry run"});
    printTable(io.out, table);
    printLeftBehind(io.err, report.leftBehind);
    printExcludedIds(io.err, report);
    printFindings(io.err, report);
}

} // namespace

Result<int> runExport(const ExportOptions& options, Io& io) {
    const auto spec = exportSpecOf(options);
    if (!spec) {
        return std::unexpected(spec.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    if (options.dryRun && !options.out.empty()) { // what the real run would refuse
        if (auto target = exporting::BatchTarget::make(*spec, options.out, (*store)->path()); !target) {
            return std::unexpected(target.error());
        }
    }
    if (auto filter = readFilter(**store, options.filter, options.json, io); !filter) {
        return std::unexpected(filter.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    if (auto told = tellOfUnknownTags(**store, **redactor, spec->tags, io.err); !told) {
        return std::unexpected(told.error());
    }
    const auto policy = (*store)->upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    exporting::ExportService service(**store, **redactor, io.clock);
    std::optional<ProgressLine> line(std::in_place, io, "export");
    const auto report = options.dryRun ? service.dryRun(*spec, line->callback(), io.stop)
                                       : service.run(*spec, options.out, line->callback(), io.stop);
    line.reset();
    if (!report) {
        return std::unexpected(report.error());
    }
    const auto unchecked = exporting::notChecked(*spec, *policy);
    printReport(io, options, *report, unchecked);
    printNotes(io.err, options, *report, unchecked);
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
    formats.reserve(exporting::kFormats.size());
    for (const auto format : exporting::kFormats) {
        formats.emplace_back(exporting::formatName(format));
    }
    verb.add_option("--format", options->format, formatsHelp())->check(CLI::IsMember(formats));
    verb.add_option_function<std::string>(
            "--tags", [options](const std::string& list) { options->tagList = list; },
            "Rows with one of these tags; default: any tag")
        ->type_name("A,B");
    verb.add_option("--tag", options->tags, "One more tag, commas and all; may be repeated")
        ->allow_extra_args(false)
        ->type_name("TAG");
    verb.add_option("--filter", options->filter, "Only rows that the filter admits")->type_name("F");
    verb.add_option("--exclude", options->exclude,
                    "Checks that leave a row out: duplicate, contaminated, conflict, identical, stop_token, "
                    "too_long, broken_token")
        ->type_name("LIST");
    verb.add_option("--gold", options->gold, "Evaluation set (JSON lines) that must not be trained on")
        ->type_name("FILE");
    verb.add_option("--max-tokens", options->maxTokens, "Warn of rows of more tokens; an estimate")
        ->check(wholeNumber(1, std::numeric_limits<std::int64_t>::max()))
        ->type_name("N");
    verb.add_option("--keep", options->keep, "A row that stays whatever the checks say; may be repeated")
        ->allow_extra_args(false)
        ->type_name("ID=REASON");
    verb.add_option("--split", options->split, "Share of the rows for a validation file, near ones together")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("SHARE");
    verb.add_option("--seed", options->seed, "Draws another split")
        ->check(wholeNumber(0, std::numeric_limits<std::uint64_t>::max()))
        ->type_name("N");
    verb.add_flag("--redact-corrections", options->redactCorrections,
                  "Let out corrections that held PII, as redacted");
    verb.add_flag("--tool-rows", options->toolRows,
                  "Let rows with tool turns, and tools, into sft, prompt-completion, dpo and kto");
    verb.add_flag("--dry-run", options->dryRun, "Count, write nothing");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
