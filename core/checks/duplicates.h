// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Duplicates: rows that ask what another row asks, and rows that answer the same question otherwise. A pure
// function; the same findings in any order of rows that the ranks leave.
#pragma once

#include "core/base/sha256.h"
#include "core/checks/near_duplicates.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace goldpan::checks {

/// What is compared of a row. Digests are of normal text.
struct ComparedRow {
    Sha256Digest context{};   ///< everything the model was asked, every turn
    Sha256Digest answer{};    ///< the correction
    std::size_t question = 0; ///< number of its text in the ShingledTexts; rows may share one
    Sha256Digest kin{}; ///< only rows of the same are held against each other: those of one system prompt
};

struct Partner {
    std::size_t row = 0;
    double jaccard = 1;
    bool exact = false; ///< context and answer are the same
};

struct DuplicateFindings {
    std::vector<std::optional<Partner>> duplicates; ///< by row: the row that stays instead
    std::int64_t comparisons = 0;                   ///< pairs of questions that were looked at
};

/// `order`: every row once, the one that is to stay before those that are not. A row is the duplicate of the
/// first of its kin in that order with the same context and answer, else of the kept one with the nearest
/// question. Rows of the same context and different answers are no duplicates of each other: they are a
/// conflict.
[[nodiscard]] DuplicateFindings findDuplicates(std::span<const ComparedRow> rows,
                                               const ShingledTexts& questions,
                                               std::span<const std::size_t> order);

/// By row: the first in the order with the same context and another answer.
[[nodiscard]] std::vector<std::optional<std::size_t>> findConflicts(std::span<const ComparedRow> rows,
                                                                    std::span<const std::size_t> order);

} // namespace goldpan::checks
