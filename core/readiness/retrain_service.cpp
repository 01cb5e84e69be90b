// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readiness/retrain_service.h"

#include "core/gates/report_json.h"
#include "core/redact/json_redactor.h"
#include "core/store/event_reader.h"
#include "core/store/store.h"
#include "core/store/upkeep.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

namespace goldpan::readiness {
namespace {

/// An open drift window, and of its rows that would be exported now those in the batch and those not.
struct Coverage {
    store::DriftRecord window;
    std::int64_t had = 0;
    std::int64_t missing = 0;

    [[nodiscard]] bool isTrained(std::int64_t wanted) const {
        return had >= wanted || (had > 0 && missing == 0);
    }
};

Result<std::vector<Coverage>> coverageOf(store::Store& store, BatchId batch, const ExportRows& exported) {
    auto windows = store.events().driftWindows();
    if (!windows) {
        return std::unexpected(windows.error());
    }
    std::vector<Coverage> out;
    for (store::DriftRecord& window : *windows) {
        if (!window.trainedOn) {
            out.push_back({.window = std::move(window)});
        }
    }
    std::unordered_set<RowId> inBatch;
    const auto take = [&](RowId row, std::optional<Timestamp>, std::string_view) { inBatch.insert(row); };
    if (auto read = store.ledger().batchRows(batch, take); !read) {
        return std::unexpected(read.error());
    }
    const auto count = [&](const store::EntryRecord& row) {
        for (Coverage& one : out) {
            if (one.window.event.covers(row.entry.ts, row.entry.modelVersion)) {
                ++(inBatch.contains(row.id) ? one.had : one.missing);
            }
        }
    };
    auto read = exported(count);
    return read ? Result<std::vector<Coverage>>(std::move(out)) : std::unexpected(read.error());
}

Result<void> checkModel(const std::string& model) {
    return model.find_first_not_of(" \t\r\n") == std::string::npos
               ? fail(ErrorCode::refused, "the model needs a name")
               : Result<void>{};
}

} // namespace

RetrainService::RetrainService(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                               std::string_view operatorName)
    : m_store(store)
    , m_redactor(redactor)
    , m_clock(clock)
    , m_operator(redactor.redacted(operatorName)) {}

Result<std::string> RetrainService::keepVerdict(const gates::GateReport& report, std::string model) {
    if (model.empty()) {
        const auto retrains = m_store.ledger().retrains();
        if (!retrains) {
            return std::unexpected(retrains.error());
        }
        model = retrains->empty() ? "" : retrains->back().model;
    }
    // Names of suites and metrics come from files of other tools, and reasons quote them.
    redact::RedactionCounts ignored;
    auto told =
        redact::JsonRedactor(m_redactor)
            .redact(gates::reportJson(report).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                    redact::KeyRule::keepAll, ignored);
    if (!told) {
        return std::unexpected(told.error());
    }
    const store::GateVerdict verdict{.model = model,
                                     .verdict = std::string(gates::verdictName(report.verdict)),
                                     .report = std::move(*told),
                                     .at = m_clock.now(),
                                     .operatorName = m_operator};
    auto kept = m_store.ledger().addVerdict(verdict);
    return kept ? Result<std::string>(std::move(model)) : std::unexpected(kept.error());
}

Result<Marked> RetrainService::mark(BatchId batch, const std::string& model, const ExportRows& exported) {
    if (auto named = checkModel(model); !named) {
        return std::unexpected(named.error());
    }
    const auto policy = m_store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    const auto coverage = coverageOf(m_store, batch, exported);
    if (!coverage) {
        return std::unexpected(coverage.error());
    }
    Marked out{
        .retrain = {.batch = batch, .model = model, .markedAt = m_clock.now(), .markedBy = m_operator}};
    std::vector<std::int64_t> drifts;
    for (const Coverage& one : *coverage) {
        const bool isOver = one.window.event.ts <= out.retrain.markedAt; // else more rows of it will come
        if (isOver && one.isTrained(policy->driftMinRows)) {
            drifts.push_back(one.window.id);
            out.closed.push_back(one.window.event.ts);
        }
    }
    auto marked = m_store.ledger().mark(out.retrain, drifts);
    return marked ? Result<Marked>(std::move(out)) : std::unexpected(marked.error());
}

Result<Deployed> RetrainService::deploy(const std::string& model, const std::string& reason) {
    const auto retrains = m_store.ledger().retrains();
    if (!retrains) {
        return std::unexpected(retrains.error());
    }
    if (std::ranges::find(*retrains, model, &store::Retrain::model) == retrains->end()) {
        return fail(ErrorCode::notFound, "no batch is marked as trained into that model", model);
    }
    Deployed out{.model = model, .at = m_clock.now(), .reason = m_redactor.redacted(reason)};
    const bool hasReason = reason.find_first_not_of(" \t\r\n") != std::string::npos;
    const auto check = [&](const std::optional<store::GateVerdict>& newest) -> Result<void> {
        out.verdict = newest ? newest->verdict : "";
        if (out.verdict == gates::verdictName(gates::Verdict::promotable) || hasReason) {
            return {};
        }
        return fail(ErrorCode::refused,
                    out.verdict.empty()
                        ? "no gate was passed by that model since a batch was last marked with it; "
                          "run gate, or give a reason"
                        : "the model's newest gate says " + out.verdict +
                              "; a reason is needed to deploy it all the same",
                    model);
    };
    const auto changed = m_store.ledger().deploy(model, out.at, m_operator, out.reason, check);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    if (*changed == 0) {
        return fail(ErrorCode::refused, "the model is marked as deployed already", model);
    }
    return out;
}

} // namespace goldpan::readiness
