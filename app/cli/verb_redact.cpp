// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_redact.h"

#include "app/cli/output.h"
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

Result<int> redactLines(const redact::Redactor& redactor, Io& io) {
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
        auto text = object["text"].get<std::string>();
        redact::RedactionCounts counts;
        redactor.redactInPlace(text, counts);
        printJson(io.out,
                  {{"id", object["id"]}, {"redacted", text}, {"counts", Json(countsByType(counts, false))}});
    }
    return kExitDone;
}

} // namespace

Result<int> runRedact(const RedactOptions& options, Io& io) {
    const redact::Redactor redactor;
    if (options.jsonl) {
        return redactLines(redactor, io);
    }
    std::string text(std::istreambuf_iterator(io.in), {});
    redact::RedactionCounts counts;
    redactor.redactInPlace(text, counts);
    io.out << text;
    return kExitDone;
}

void addRedact(VerbTable& verbs) {
    auto options = std::make_shared<RedactOptions>();
    auto& verb = verbs.add("redact", "Standard input to standard output, with a token for each span of PII",
                           options->json, [options](Io& io) { return runRedact(*options, io); });
    verb.add_flag("--jsonl", options->jsonl, R"(A line each: {"id","text"} to {"id","redacted","counts"})");
}

} // namespace goldpan::cli
