// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/column_cue.h"

#include "core/redact/rules/papers/id_column.h"

#include <algorithm>
#include <optional>

namespace goldpan::redact {
namespace {

constexpr std::string_view kSeparators = ",;\t|";
constexpr std::size_t kRowBytes = 512;
constexpr std::size_t kMostClaims = 16; ///< of a few rows
constexpr std::ptrdiff_t kMostRows = 3; ///< back, where a cell is empty or says that nothing is known

/// How many separators stand left of `pos` on its line; none where no cell begins there.
std::optional<std::ptrdiff_t> columnAt(std::string_view text, std::size_t pos) {
    const std::size_t floor = pos > kRowBytes ? pos - kRowBytes : 0;
    const auto before = text.substr(floor, pos - floor);
    const std::size_t line = before.rfind('\n');
    if (line == std::string_view::npos && floor != 0) {
        return std::nullopt;
    }
    auto row = before.substr(line == std::string_view::npos ? 0 : line + 1);
    row.remove_suffix(row.ends_with('"') ? 1 : 0);
    if (!row.empty() && !kSeparators.contains(row.back())) {
        return std::nullopt;
    }
    return std::ranges::count_if(row, [](char c) { return kSeparators.contains(c); });
}

} // namespace

Cue columnCue(const ScanText& scan, std::size_t pos) {
    const auto nameEnd = columnNameEnd(scan, pos);
    if (!nameEnd) {
        return Cue::none;
    }
    const NearCue found = cueBefore(scan, *nameEnd);
    // A word of the column on the left speaks of that one.
    const auto between = scan.text().substr(*nameEnd - std::min(found.bytes, *nameEnd), found.bytes);
    const bool own = between.find_first_of(kSeparators) == std::string_view::npos && !between.contains('\n');
    return own ? found.cue : Cue::none;
}

bool followsInColumn(const ScanText& scan, std::size_t pos, PiiType type) {
    const auto text = scan.text();
    const auto& claims = scan.claims();
    const std::size_t first = claims.size() - std::min(claims.size(), kMostClaims);
    for (std::size_t i = claims.size(); i-- > first;) {
        if (claims[i].type != type) {
            continue;
        }
        if (pos - claims[i].begin > kRowBytes) {
            return false;
        }
        const auto between = text.substr(claims[i].end, pos - claims[i].end);
        const auto lines = std::ranges::count(between, '\n');
        if (lines > kMostRows || between.contains("\n\n")) {
            return false; // another table
        }
        if (lines > 0) {
            const auto column = columnAt(text, pos);
            // Of a list that stands below itself, each line says for itself what it is.
            const bool table = between.find_first_of(kSeparators) != std::string_view::npos;
            if (column && table && column == columnAt(text, claims[i].begin)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace goldpan::redact
