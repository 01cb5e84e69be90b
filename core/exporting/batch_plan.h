// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchPlan: what must be known of all rows before the first line of a batch is written: the checks' verdicts
// and the sides of the split. Owned by one run of the export service; one object, one thread.
#pragma once

#include "core/domain/policy.h"
#include "core/exporting/batch_checks.h"
#include "core/exporting/batch_split.h"
#include "core/exporting/export_scan.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace goldpan::exporting {

enum class Thoroughness {
    everyCheck,    ///< all that can be told
    whatIsLeftOut, ///< only where something excludes: which rows a batch takes and nothing more
};

class BatchPlan {
public:
    /// Reads the store once more for the checks and the split, and twice where a filter keeps from the checks
    /// what the split must know. Within one moment with the scan that follows, for which the checks fill
    /// `spool`, where there is one.
    [[nodiscard]] static Result<BatchPlan> make(store::Store& store, const ExportSpec& spec,
                                                const Policy& policy, const redact::Redactor& redactor,
                                                Thoroughness thoroughness, const ProgressFn& progress,
                                                std::stop_token stop, RowSpool* spool = nullptr);

    /// nullptr where nothing is checked.
    [[nodiscard]] BatchChecks* checks() const { return m_checks.get(); }
    [[nodiscard]] bool isValidation(RowId row) const { return m_split && m_split->isValidation(row); }
    /// Into a report, what the checks and the gold file have to say.
    void tell(ExportReport& report, const redact::Redactor& redactor) const;

private:
    BatchPlan() = default;
    [[nodiscard]] Result<void> check(store::Store& store, const ExportSpec& spec,
                                     std::set<RowCheck> excluding, std::shared_ptr<AskedQuestions> questions,
                                     const redact::Redactor& redactor, const ProgressFn& progress,
                                     std::stop_token stop, RowSpool* spool);

    std::unique_ptr<checks::GoldIndex> m_gold; ///< the checks look into it
    std::string m_goldSha256;
    std::unique_ptr<BatchChecks> m_checks;
    std::optional<BatchSplit> m_split;
};

} // namespace goldpan::exporting
