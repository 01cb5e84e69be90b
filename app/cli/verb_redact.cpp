// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_redact.h"

#include "app/cli/output.h"
#include "app/cli/redact_report.h"
#include "app/cli/rules_file.h"
#include "app/cli/verb_table.h"
#include "core/redact/redactor.h"

#include <CLI/CLI.hpp>

#include <istream>
#include <iterator>
#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

Error badLine(std::int64_t number, const std::string& expected) {
    return {ErrorCode::badValue, "the line is not " + expected + "; the lines before it are done",
            "line " + std::to_string(number)};
}

/// Of each line to `take`, with its id.
template <typename Take>
Result<int> eachText(Io& io, Take take) {
    std::string line;
    for (std::int64_t number = 1; std::getline(io.in, line) && io.out; ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        const auto object = Json::parse(line, nullptr, false);
        if (!object.is_object()) {
            return std::unexpected(badLine(number, "a JSON object"));
        }
        if (!object.contains("id") || !object.contains("text") || !object["text"].is_string()) {
            return std::unexpected(badLine(number, R"(an object with "id" and a string "text")"));
        }
        take(object["id"], object["text"].get<std::string>());
    }
    return kExitDone;
}

void tellFailed(Io& io, std::int64_t failed) {
    if (failed > 0) {
        io.err << "texts that could not be redacted, now [DROPPED]: " << failed << '\n';
    }
}

Result<int> redactLines(const redact::Redactor& redactor, Io& io) {
    std::int64_t failed = 0;
    auto done = eachText(io, [&](const Json& id, std::string text) {
        redact::RedactionCounts counts;
        redactor.redactInPlace(text, counts);
        failed += counts.failed;
        printJson(io.out, {{"id", id}, {"redacted", text}, {"counts", Json(countsByType(counts, false))}});
    });
    tellFailed(io, failed);
    return done;
}

/// Nothing of it where a line is bad: counts of a part would pass for those of the whole.
Result<int> report(const RedactOptions& options, const redact::Redactor& redactor, Io& io) {
    RedactReport found(redactor);
    if (options.jsonl) {
        auto done = eachText(io, [&](const Json&, const std::string& text) { found.add(text); });
        if (!done) {
            return done;
        }
    } else {
        found.add(std::string(std::istreambuf_iterator(io.in), {}));
    }
    found.print(io, options.json);
    return kExitDone;
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
        return redactLines(redactor, io);
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
