// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TrainingRow: what one line of a training file is made of, redacted. A value.
#pragma once

#include "core/domain/message.h"

#include <cstddef>
#include <expected>
#include <set>
#include <string>
#include <vector>

namespace goldpan::exporting {

struct TrainingRow {
    std::vector<Message> conversation; ///< what the model was asked
    std::string tools;                 ///< JSON array of tool definitions, "" where there are none
    Message answer;                    ///< what to learn; with `label` false what not to
    Message rejected;                  ///< the worse answer, in formats that compare two
    bool label = true;
    std::set<std::size_t> masked; ///< numbers of turns that nothing is to be learned from (`weight` 0)
};

/// The value, or in a few words why the format cannot hold the row: it is left out, never bent.
template <typename T>
using Fit = std::expected<T, std::string>;

} // namespace goldpan::exporting
