// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/row_check.h"

#include <algorithm>

namespace goldpan {

std::string_view rowCheckName(RowCheck check) {
    switch (check) {
    case RowCheck::duplicate:
        return "duplicate";
    case RowCheck::contaminated:
        return "contaminated";
    case RowCheck::conflict:
        return "conflict";
    case RowCheck::identical:
        return "identical";
    case RowCheck::stopToken:
        return "stop_token";
    case RowCheck::tooLong:
        return "too_long";
    case RowCheck::brokenToken:
        return "broken_token";
    }
    return "";
}

std::optional<RowCheck> rowCheckFromName(std::string_view name) {
    const auto found = std::ranges::find(kRowChecks, name, rowCheckName);
    return found == kRowChecks.end() ? std::nullopt : std::optional(*found);
}

} // namespace goldpan
