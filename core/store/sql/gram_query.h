// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GramQuery: which grams a row must hold for a filter to admit it. A value.
#pragma once

#include "core/queue/filter.h"
#include "core/search/grams.h"

#include <vector>

namespace goldpan::sql {

struct GramQuery {
    enum class Kind {
        everything, ///< nothing is known: any row may do
        grams,      ///< all of `grams`
        conjunction,
        disjunction,
    };
    Kind kind = Kind::everything;
    std::vector<search::Gram> grams;
    std::vector<GramQuery> children;

    /// True for every row that the filter admits, and for others. What is said under a negation, or of
    /// corrections, which are no part of the index, narrows nothing.
    [[nodiscard]] static GramQuery of(const queue::Filter& filter);
};

} // namespace goldpan::sql
