// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_redact.h"

#include "app/cli/output.h"
#include "app/cli/redact_report.h"
#include "app/cli/rules_file.h"
#include "app/cli/verb_table.h"
#include "core/base/byte_order_mark.h"
#include "core/base/json_scanner.h"
#include "core/base/python_json.h"
#include "core/base/utf8.h"
#include "core/redact/redactor.h"

#include <CLI/CLI.hpp>

#include <istream>
#include <iterator>
#include <memory>
#include <optional>
#include <ostream>
#include <ranges>

namespace goldpan::cli {
namespace {

/// The id as JSON text; none where it is not JSON. A number keeps its own bytes, also one that no double
/// holds.
std::optional<std::string> idText(const JsonValue& id) {
    if (id.kind == JsonKind::string) {
        return jsonText(Json(id.text));
    }
    if (isJsonNumber(id.text)) {
        return std::string(id.text);
    }
    const Json value = Json::parse(id.text, nullptr, false);
    return value.is_discarded() ? std::nullopt : std::optional(jsonText(value));
}

/// The id and text of each line to `take`, read as an import reads. A bad line is named, not quoted, and the
/// others go on; kExitFailed where there was one.
template <typename Take, typename LeaveOut>
int eachText(bool json, Io& io, Take take, LeaveOut leaveOut) {
    JsonScanner scanner;
    std::string line;
    int exit = kExitDone;
    for (std::int64_t number = 1; std::getline(io.in, line) && io.out; ++number) {
        if (number == 1 && line.starts_with(kByteOrderMark)) {
            line.erase(0, kByteOrderMark.size());
        }
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        const auto bad = [&](const std::string& expected) {
            printError(
                io.err, json,
                {ErrorCode::badValue, "the line is not " + expected, "line " + std::to_string(number)});
            exit = kExitFailed;
            leaveOut();
        };
        if (!isValidUtf8(line)) {
            bad("valid UTF-8");
            continue;
        }
        const auto text = strictJson(line);
        if (scanner.scanObject(text) != JsonScanner::Outcome::good) {
            bad("a JSON object");
            continue;
        }
        const auto valueOf = [&](std::string_view key) {
            const auto members = scanner.members() | std::views::reverse;
            const auto found = std::ranges::find(members, key, &JsonMember::key); // the last one counts
            return found == members.end() ? nullptr : &found->value;
        };
        const auto* const words = valueOf("text");
        const auto* const idValue = valueOf("id");
        const auto id = idValue == nullptr ? std::nullopt : idText(*idValue);
        if (!id || words == nullptr || words->kind != JsonKind::string) {
            bad(R"(an object with "id" and a string "text")");
            continue;
        }
        take(*id, std::string(words->text));
    }
    return exit;
}

void tellFailed(Io& io, std::int64_t failed) {
    if (failed > 0) {
        io.err << "texts that could not be redacted, now [DROPPED]: " << failed << '\n';
    }
}

int redactLines(const RedactOptions& options, const redact::Redactor& redactor, Io& io) {
    std::int64_t failed = 0;
    const auto take = [&](const std::string& id, std::string text) {
        redact::RedactionCounts counts;
        redactor.redactInPlace(text, counts);
        failed += counts.failed;
        const Json rest{{"redacted", text}, {"counts", Json(countsByType(counts, false))}};
        io.out << R"({"id":)" << id << ',' << std::string_view(jsonText(rest)).substr(1) << '\n';
    };
    const int exit = eachText(options.json, io, take, [] {});
    tellFailed(io, failed);
    return exit;
}

/// Says how many lines it left out, so that the counts of a part do not pass for those of the whole.
int report(const RedactOptions& options, const redact::Redactor& redactor, Io& io) {
    RedactReport found(redactor);
    int exit = kExitDone;
    if (options.jsonl) {
        exit = eachText(
            options.json, io, [&](const std::string&, const std::string& text) { found.add(text); },
            [&] { found.leaveOut(); });
    } else {
        found.add(std::string(std::istreambuf_iterator(io.in), {}));
    }
    found.print(io, options.json);
    return exit;
}

} // namespace

Result<int> runRedact(const RedactOptions& options, Io& io) {
    const auto rules = rulesFrom(options.rules);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    const redact::Redactor redactor(*rules);
    if (options.report) {
        return report(options, redactor, io);
    }
    if (options.jsonl) {
        return redactLines(options, redactor, io);
    }
    std::string text(std::istreambuf_iterator(io.in), {});
    redact::RedactionCounts counts;
    redactor.redactInPlace(text, counts);
    io.out << text;
    tellFailed(io, counts.failed);
    return kExitDone;
}

void addRedact(VerbTable& verbs) {
    auto options = std::make_shared<RedactOptions>();
    auto& verb = verbs.add("redact", "Standard input to standard output, with a token for each span of PII",
                           options->json, [options](Io& io) { return runRedact(*options, io); });
    verb.add_flag("--jsonl", options->jsonl, R"(A line each: {"id","text"} to {"id","redacted","counts"})");
    verb.add_flag(
        "--report", options->report,
        "Instead of the text: what each rule found, how often, and a few examples with their middle "
        "masked");
    addRules(verb, options->rules, "A rule set, JSON: own rules, values never redacted, rules switched off");
}

} // namespace goldpan::cli
