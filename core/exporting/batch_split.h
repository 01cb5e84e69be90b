// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchSplit: which rows of a batch are for validation. All rows of the store that could be exported are
// handed in, whatever the filter and the tags of the batch are; so the side of a row does not depend on them.
// Owned by one run of the export service; one object, one thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/base/timestamp.h"
#include "core/exporting/asked_question.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

namespace goldpan::exporting {

/// Rows whose questions are near to each other, directly or by others between them, are one cluster and go to
/// one side: that of the row that was corrected first (by the time of its first correction, then by request
/// id), of whose question the seed makes a number. So a row keeps its side while others are corrected. It may
/// change sides where a new row joins two clusters of different sides, where the correction that decides is
/// taken back, and where one dated before it is imported. Rows without a correction, which a file of
/// judgements holds, stand behind all others, by the time of their log: until one of their cluster is
/// corrected, an older one that is judged may move them, and the first correction may.
class BatchSplit {
public:
    /// `share` of the clusters, about, goes to validation. Of shared questions this must be told each before
    /// another adds it.
    BatchSplit(double share, std::uint64_t seed,
               std::shared_ptr<AskedQuestions> questions = std::make_shared<AskedQuestions>());

    /// `corrected` for the first time, and `ts` of the log; either may be missing.
    void add(RowId row, std::optional<Timestamp> corrected, std::optional<Timestamp> ts,
             const std::string& requestId, const AskedQuestion& question);
    /// cancelled where it is to stop.
    [[nodiscard]] Result<void> finish(const std::stop_token& stop = {});
    [[nodiscard]] bool isValidation(RowId row) const { return m_validation.contains(row); }

private:
    struct Row {
        RowId id;
        std::size_t question = 0;
    };
    /// Where a question stands in the order of those that may decide.
    struct Age {
        bool uncorrected = true;
        bool timeless = true;
        std::int64_t micros = 0;
        std::string requestId;
        auto operator<=>(const Age&) const = default;
    };

    [[nodiscard]] bool isDrawn(const Sha256Digest& question) const;

    double m_share;
    std::uint64_t m_seed;
    std::vector<Row> m_rows;
    std::shared_ptr<AskedQuestions> m_questions;
    std::vector<Age> m_oldest; ///< by question
    std::unordered_set<RowId> m_validation;
};

} // namespace goldpan::exporting
