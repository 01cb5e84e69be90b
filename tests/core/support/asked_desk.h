// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AskedDesk: rows with their questions, as the checks for duplicates and clusters take them. Test support.
#pragma once

#include "core/checks/duplicates.h"
#include "core/checks/normal_text.h"

#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <vector>

namespace goldpan::checks {

struct AskedRow {
    std::string prompt;
    std::string answer = "a";
    std::string system;
};

/// Rows of a batch, newest first, as the export hands them over.
struct AskedDesk {
    std::vector<ComparedRow> rows;
    ShingledTexts questions;
    std::vector<std::size_t> order;

    explicit AskedDesk(const std::vector<AskedRow>& given) {
        std::map<std::string, std::size_t> known;
        for (const AskedRow& row : given) {
            const std::string question = normalText(row.prompt);
            if (!known.contains(question)) {
                known[question] = questions.add(shinglesOf(question));
            }
            rows.push_back({sha256(row.system + "\n" + question), sha256(normalText(row.answer)),
                            known[question], sha256(row.system)});
        }
        order.resize(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
    }

    [[nodiscard]] DuplicateFindings findings() const { return findDuplicates(rows, questions, order); }
    [[nodiscard]] auto conflicts() const { return findConflicts(rows, order); }
};

inline std::string words(int from, int to) {
    std::string out;
    for (int i = from; i < to; ++i) {
        out += "word" + std::to_string(i) + ' ';
    }
    return out;
}

} // namespace goldpan::checks
