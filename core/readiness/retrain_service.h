// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RetrainService: writes the ledger by its rules: a batch that went to training closes the drift windows it
// covers, and a model is deployed on a green gate or a written reason. Holds references only; same thread as
// its store.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/gates/gate_report.h"
#include "core/readiness/export_rows.h"
#include "core/redact/redactor.h"
#include "core/store/ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::readiness {

/// What came of a mark.
struct Marked {
    store::Retrain retrain;
    std::vector<Timestamp> closed; ///< drift windows that count as trained from now on
};

struct Deployed {
    std::string model;
    Timestamp at;
    std::string verdict; ///< of its newest gate since it was last marked; "" where there is none
    std::string reason;  ///< as it was kept, redacted
};

class RetrainService {
public:
    /// `operatorName` is redacted.
    RetrainService(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                   std::string_view operatorName);

    /// Keeps a verdict for `model`; where that is empty for the model of the newest retrain, if there is one.
    /// Answers which. What is kept of the report is redacted.
    [[nodiscard]] Result<std::string> keepVerdict(const gates::GateReport& report, std::string model);

    /// `exported` hands on the rows that would be exported now. A drift window that is over is closed
    /// where the batch had as many of its rows as the policy asks for, or every row of it that would be
    /// exported, and at least one.
    [[nodiscard]] Result<Marked> mark(BatchId batch, const std::string& model, const ExportRows& exported);

    /// notFound where no batch is marked with the model. refused where it is deployed already, and where its
    /// newest gate since it was last marked is not promotable and no reason is given.
    [[nodiscard]] Result<Deployed> deploy(const std::string& model, const std::string& reason);

private:
    store::Store& m_store;
    const redact::Redactor& m_redactor;
    const Clock& m_clock;
    std::string m_operator;
};

} // namespace goldpan::readiness
