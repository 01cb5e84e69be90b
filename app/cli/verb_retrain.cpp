// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_retrain.h"

#include "app/cli/export_rows.h"
#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/readiness/retrain_service.h"
#include "core/store/store_redactor.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <memory>
#include <ostream>

namespace goldpan::cli {
namespace {

Result<BatchId> batchOf(const std::string& text) {
    BatchId batch;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), batch.value);
    if (problem != std::errc{} || end != text.data() + text.size() || batch.value < 1) {
        return fail(ErrorCode::usage, "a batch is a number, as export prints it", "BATCH");
    }
    return batch;
}

/// Each action takes its own words and no others.
Result<void> checkWords(const RetrainOptions& options) {
    const bool mark = options.action == "mark";
    const bool deploy = options.action == "deploy";
    if (options.subject.empty() != (options.action == "list") || options.model.empty() == mark ||
        (!deploy && !options.reason.empty())) {
        return fail(ErrorCode::usage,
                    "retrain takes mark BATCH --model NAME, deploy MODEL [--reason TEXT], or list");
    }
    for (const auto& [text, name] :
         {std::pair{&options.subject, "model"}, {&options.model, "model"}, {&options.reason, "reason"}}) {
        if (auto fine = checkText(*text, name); !fine) {
            return fine;
        }
    }
    return {};
}

Result<int> mark(const RetrainOptions& options, store::Store& store, Io& io) {
    const auto batch = batchOf(options.subject);
    if (!batch) {
        return std::unexpected(batch.error());
    }
    const auto redactor = store::redactorOf(store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    readiness::RetrainService service(store, **redactor, io.clock, options.operatorName);
    const auto marked = service.mark(*batch, options.model, exportRows(store, **redactor, io, "retrain"));
    if (!marked) {
        return std::unexpected(marked.error());
    }
    if (options.json) {
        Json closed = Json::array();
        for (const Timestamp ts : marked->closed) {
            closed.push_back(formatTimestamp(ts));
        }
        printJson(io.out, {{"batch", batch->value},
                           {"model", options.model},
                           {"marked_at", jsonTime(marked->retrain.markedAt)},
                           {"closed", std::move(closed)}});
    } else {
        io.out << "batch " << batch->value << " went into " << plainText(options.model)
               << ", drift windows closed: " << marked->closed.size() << '\n';
    }
    return kExitDone;
}

Result<int> deploy(const RetrainOptions& options, store::Store& store, Io& io) {
    const auto redactor = store::redactorOf(store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    readiness::RetrainService service(store, **redactor, io.clock, options.operatorName);
    const auto deployed = service.deploy(options.subject, options.reason);
    if (!deployed) {
        return std::unexpected(deployed.error());
    }
    const Json verdict = deployed->verdict.empty() ? Json(nullptr) : Json(deployed->verdict);
    const Json reason = deployed->reason.empty() ? Json(nullptr) : Json(deployed->reason);
    if (options.json) {
        printJson(io.out, {{"model", deployed->model},
                           {"deployed_at", jsonTime(deployed->at)},
                           {"verdict", verdict},
                           {"reason", reason}});
    } else {
        io.out << plainText(deployed->model) << " is deployed, "
               << (deployed->verdict.empty() ? "without a gate" : "its newest gate says " + deployed->verdict)
               << '\n';
    }
    return kExitDone;
}

Result<int> list(const RetrainOptions& options, store::Store& store, Io& io) {
    const auto retrains = store.ledger().retrains();
    if (!retrains) {
        return std::unexpected(retrains.error());
    }
    std::vector<std::vector<std::string>> table;
    for (const store::Retrain& one : *retrains) {
        const auto gate = store.ledger().newestVerdict(one.model);
        if (!gate) {
            return std::unexpected(gate.error());
        }
        const std::string verdict = *gate ? (*gate)->verdict : "";
        if (options.json) {
            const auto orNull = [](const std::string& text) {
                return text.empty() ? Json(nullptr) : Json(text);
            };
            printJson(io.out, {{"batch", one.batch.value},
                               {"model", one.model},
                               {"marked_at", jsonTime(one.markedAt)},
                               {"operator", one.markedBy},
                               {"verdict", orNull(verdict)},
                               {"deployed_at", jsonTime(one.deployedAt)},
                               {"deployed_by", orNull(one.deployedBy)},
                               {"reason", orNull(one.reason)}});
            continue;
        }
        table.push_back({"batch " + std::to_string(one.batch.value), one.model, formatTimestamp(one.markedAt),
                         one.markedBy, verdict.empty() ? "no gate" : verdict,
                         one.deployedAt
                             ? "deployed " + formatTimestamp(*one.deployedAt) + " by " + one.deployedBy
                             : "not deployed",
                         one.reason});
    }
    printTable(io.out, table);
    return kExitDone;
}

} // namespace

Result<int> runRetrain(const RetrainOptions& options, Io& io) {
    if (auto fine = checkWords(options); !fine) {
        return std::unexpected(fine.error());
    }
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    return options.action == "mark"     ? mark(options, **store, io)
           : options.action == "deploy" ? deploy(options, **store, io)
                                        : list(options, **store, io);
}

void addRetrain(VerbTable& verbs) {
    auto options = std::make_shared<RetrainOptions>();
    auto& verb =
        verbs.add("retrain", "The ledger: which batch went to training, and which model came out of it",
                  options->json, [options](Io& io) { return runRetrain(*options, io); });
    addStore(verb, *options);
    verb.add_option(
            "ACTION", options->action,
            "mark: a batch went to training, the schedule counts from now, and drift windows are "
            "closed whose corrected rows it had; deploy: a model is in use, for which its newest gate has "
            "to be promotable; list")
        ->required()
        ->check(CLI::IsMember({"mark", "deploy", "list"}));
    verb.add_option("SUBJECT", options->subject, "mark: number of the batch; deploy: name of the model");
    verb.add_option("--model", options->model, "mark: the model that came out")->type_name("NAME");
    verb.add_option("--reason", options->reason,
                    "deploy: why, where no gate of the model is promotable; redacted and kept")
        ->type_name("TEXT");
    addOperator(verb, *options);
}

} // namespace goldpan::cli
