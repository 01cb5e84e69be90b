// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ledger: which batches went to training, which models came out, and what the gates said of them. Owned by
// its Store; same thread. Only appended to, but for the day a model is deployed.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {

struct Retrain {
    BatchId batch;
    std::string model; ///< that came out
    Timestamp markedAt;
    std::string markedBy;
    std::optional<Timestamp> deployedAt;
    std::string deployedBy; ///< "" while it is not deployed
    std::string reason;     ///< why it was deployed, in people's own words, redacted; "" where none was given
};

struct GateVerdict {
    std::string model;   ///< "" where the gates were asked before any model was named
    std::string verdict; ///< promotable, blocked, incomplete
    std::string report;  ///< gate by gate, JSON, redacted
    Timestamp at;
    std::string operatorName;
};

/// A row of a batch, with what puts it into a drift window.
using BatchRowSink = std::function<void(RowId row, std::optional<Timestamp> ts, std::string_view model)>;

/// Whether a model may be deployed, by what its gates said.
using VerdictCheck = std::function<Result<void>(const std::optional<GateVerdict>& newest)>;

class Ledger {
public:
    virtual ~Ledger() = default;

    /// By the time they were marked, oldest first.
    [[nodiscard]] virtual Result<std::vector<Retrain>> retrains() = 0;
    /// One transaction: the retrain, and the drift events (keys as in DriftRecord) that it closes. notFound
    /// where there is no such batch, refused where it is marked with that model already.
    [[nodiscard]] virtual Result<void> mark(const Retrain& retrain, std::span<const std::int64_t> drifts) = 0;
    /// Every retrain of the model that is not deployed yet; answers how many. One transaction, in which
    /// `check` is asked first, with the newest verdict; nothing is written where it refuses.
    [[nodiscard]] virtual Result<std::int64_t> deploy(std::string_view model, Timestamp at,
                                                      std::string_view operatorName, std::string_view reason,
                                                      const VerdictCheck& check) = 0;

    [[nodiscard]] virtual Result<void> addVerdict(const GateVerdict& verdict) = 0;
    /// The last that was kept for the model, and not before a batch was last marked with it: an earlier one
    /// is about an earlier model of that name.
    [[nodiscard]] virtual Result<std::optional<GateVerdict>> newestVerdict(std::string_view model) = 0;
    /// The last that was kept of all, with its model; none where a batch was marked with that model since.
    [[nodiscard]] virtual Result<std::optional<GateVerdict>> lastVerdict() = 0;

    [[nodiscard]] virtual Result<void> batchRows(BatchId batch, const BatchRowSink& sink) = 0;
    /// The earliest time of any row; none where no row has one.
    [[nodiscard]] virtual Result<std::optional<Timestamp>> firstTime() = 0;
};

} // namespace goldpan::store
