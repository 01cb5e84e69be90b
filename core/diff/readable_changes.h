// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadableChanges: an edit script as people would have marked it. Pure; safe on any thread.
#pragma once

#include "core/diff/edit_script.h"
#include "core/diff/word_units.h"

#include <cstddef>
#include <span>
#include <vector>

namespace goldpan::diff {

/// Units [x0, x1) of the old text gave way to units [y0, y1) of the new one.
struct Change {
    std::size_t x0 = 0;
    std::size_t x1 = 0;
    std::size_t y0 = 0;
    std::size_t y1 = 0;
};

/// In order, with equal units between them. A change that only removes or only adds is moved along equal
/// units to the change beside it, or to where a line or a word begins or the text ends; replaced words with
/// nothing but a space or a mark between them become one change.
[[nodiscard]] std::vector<Change> readableChanges(const EditScript& script, std::span<const Unit> before,
                                                  std::span<const Unit> after);

} // namespace goldpan::diff
