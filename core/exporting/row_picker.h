// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowPicker: which rows of a store a batch takes, and the count of those it does not. Owned by one run of the
// export service; one object, one thread.
#pragma once

#include "core/exporting/batch_checks.h"
#include "core/exporting/batch_split.h"
#include "core/exporting/export_service.h"
#include "core/exporting/row_maker.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace goldpan::exporting {

/// Of a row whose question can be read.
void tellSplit(BatchSplit& split, const MadeRow& made);

class RowPicker {
public:
    /// What is given must outlive the picker. As long as `checks` are not finished the rows that would be
    /// taken are handed to them and none is taken; without them nothing is checked. A `split` is told of
    /// every row that can be read.
    RowPicker(const ExportSpec& spec, const redact::Redactor& redactor, BatchChecks* checks,
              BatchSplit* split = nullptr);

    /// Makes rows for take(), on any thread.
    [[nodiscard]] std::shared_ptr<RowMaker> maker() const;

    /// The row's lines, or none where it stays out, which is counted by the maker's reason or by the checks'.
    /// Rows come in the order of the log.
    [[nodiscard]] Result<std::vector<std::string>> take(MadeRow& made);

    /// Rows with a tag and without a correction, where only corrections are taken: so many were looked at,
    /// and so many of these had a chosen tag.
    void passOver(std::int64_t looked, std::int64_t chosen);

    /// The rows are for the checks: what is counted meanwhile is nobody's.
    [[nodiscard]] bool isCollecting() const { return m_checks != nullptr && !m_checks->isFinished(); }

    /// Counts so far; files and batch are the caller's.
    [[nodiscard]] const ExportReport& report() const { return m_report; }
    /// Of the rows that were taken.
    [[nodiscard]] const redact::RedactionCounts& redacted() const { return m_redacted; }

private:
    [[nodiscard]] bool passesChecks(MadeRow& made);

    const ExportSpec& m_spec;
    const redact::Redactor& m_redactor;
    BatchChecks* m_checks;
    BatchSplit* m_split;
    ExportReport m_report;
    redact::RedactionCounts m_redacted;
};

} // namespace goldpan::exporting
