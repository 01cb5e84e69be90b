// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_list.h"

#include <charconv>
#include <cstddef>

namespace goldpan::sql {

std::string rowsAsJson(std::span<const RowId> rows) {
    constexpr std::size_t kLongest = 21; // digits, sign and comma
    std::string out = "[";
    out.reserve(rows.size() * kLongest + 2);
    char digits[kLongest];
    for (const RowId row : rows) {
        if (out.size() > 1) {
            out += ',';
        }
        out.append(digits, std::to_chars(digits, digits + sizeof digits, row.value).ptr);
    }
    return out + "]";
}

std::vector<std::span<const RowId>> longRuns(std::span<const RowId> rows) {
    constexpr std::size_t kWorthIt = 16; // rows; a list costs half a microsecond more for each
    std::vector<std::span<const RowId>> runs;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first + 1;
        while (end < rows.size() && rows[end].value == rows[end - 1].value + 1) {
            ++end;
        }
        runs.push_back(rows.subspan(first, end - first));
        first = end;
    }
    if (runs.size() * kWorthIt > rows.size()) {
        runs.clear();
    }
    return runs;
}

} // namespace goldpan::sql
