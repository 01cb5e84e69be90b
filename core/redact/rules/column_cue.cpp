// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/column_cue.h"

#include "core/redact/rules/papers/id_column.h"

namespace goldpan::redact {

Cue columnCue(const ScanText& scan, std::size_t pos) {
    const auto nameEnd = columnNameEnd(scan, pos);
    if (!nameEnd) {
        return Cue::none;
    }
    const auto [cue, distance] = cueBefore(scan, *nameEnd);
    // A word of the column on the left speaks of that one.
    const auto between = scan.text().substr(*nameEnd - std::min(distance, *nameEnd), distance);
    return between.find_first_of(",;\t|\n") == std::string_view::npos ? cue : Cue::none;
}

} // namespace goldpan::redact
