// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_gate.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/base/files.h"
#include "core/gates/judge.h"
#include "core/gates/report_json.h"
#include "core/readiness/eval_file.h"
#include "core/readiness/retrain_service.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <optional>
#include <ostream>

namespace goldpan::cli {
namespace {

/// Errors name the file.
Result<gates::GateRules> readRules(const std::string& path) {
    const auto text = readFile(path);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto rules = gates::readGateRules(*text);
    if (!rules) {
        Error error = rules.error();
        error.where = path + (error.where.empty() ? "" : ", " + error.where);
        return std::unexpected(error);
    }
    return rules;
}

Result<gates::GateReport> judged(const GateOptions& options) {
    const auto candidate = readiness::readEvalFile(options.candidate);
    if (!candidate) {
        return std::unexpected(candidate.error());
    }
    std::optional<gates::EvalRun> baseline;
    if (!options.baseline.empty()) {
        auto before = readiness::readEvalFile(options.baseline);
        if (!before) {
            return std::unexpected(before.error());
        }
        baseline = std::move(*before);
    }
    const auto rules = options.rules.empty() ? Result<gates::GateRules>(gates::defaultGateRules())
                                             : readRules(options.rules);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    return gates::judge(*candidate, baseline ? &*baseline : nullptr, *rules);
}

/// Four digits that count; "-" where there is none.
std::string figure(const std::optional<double>& value) {
    char text[32] = "-";
    if (value) {
        std::snprintf(text, sizeof text, "%.4g", *value);
    }
    return text;
}

void printReport(std::ostream& out, const gates::GateReport& report, const std::string& model) {
    std::vector<std::vector<std::string>> table{{"suite", "metric", "candidate", "95 % interval", "baseline",
                                                 "paired p", "required", "status", "reason"}};
    for (const gates::Gate& gate : report.gates) {
        table.push_back(
            {gate.suite.empty() ? "(all)" : gate.suite, gate.metric, figure(gate.candidate),
             gate.interval ? figure(gate.interval->low) + " to " + figure(gate.interval->high) : "-",
             figure(gate.baseline), gate.paired ? figure(gate.paired->pValue) : "-",
             gate.rule.required ? "yes" : "no", std::string(gates::gateStatusName(gate.status)),
             gate.reason});
    }
    printTable(out, table);
    out << gates::verdictName(report.verdict)
        << (model.empty() ? ", kept for no model: none is named and no batch is marked as trained"
                          : ", kept for " + plainText(model))
        << '\n';
}

} // namespace

Result<int> runGate(const GateOptions& options, Io& io) {
    if (auto text = checkText(options.model, "model"); !text) {
        return std::unexpected(text.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto report = judged(options);
    if (!report) {
        return std::unexpected(report.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    readiness::RetrainService service(**store, **redactor, io.clock, options.operatorName);
    const auto model = service.keepVerdict(*report, options.model);
    if (!model) {
        return std::unexpected(model.error());
    }
    if (options.json) {
        printJson(io.out, gates::reportJson(*report));
    } else {
        printReport(io.out, *report, *model);
    }
    return report->verdict == gates::Verdict::promotable ? kExitDone : kExitNo;
}

void addGate(VerbTable& verbs) {
    auto options = std::make_shared<GateOptions>();
    auto& verb = verbs.add("gate",
                           "Say whether a candidate is promotable, gate by gate, and keep the verdict; exit "
                           "status 3 where it is not",
                           options->json, [options](Io& io) { return runGate(*options, io); });
    addStore(verb, *options);
    verb.add_option(
            "--candidate", options->candidate,
            "Evaluation of the candidate: promptfoo, lm-eval (results or samples), OpenAI evals, deepeval, "
            "MLflow or W&B metrics, or Goldpan's own JSON")
        ->type_name("FILE")
        ->required();
    verb.add_option("--baseline", options->baseline, "Evaluation of the model in use, by the same tool")
        ->type_name("FILE");
    verb.add_option("--rules", options->rules,
                    "Gates as JSON; default: the pass rate of no suite may drop below the baseline's")
        ->type_name("FILE");
    verb.add_option("--model", options->model,
                    "Whose verdict it is; default: the model of the batch marked last as trained")
        ->type_name("NAME");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
