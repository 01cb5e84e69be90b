// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/row_list.h"

#include <charconv>

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

} // namespace goldpan::sql
