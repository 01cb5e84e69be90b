// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/condition.h"

#include "core/profiles/content_parts.h"

#include <algorithm>

namespace goldpan::profiles {
namespace {

bool contains(const std::vector<std::string>& values, const JsonTree& value) {
    return std::ranges::find(values, plainText(&value)) != values.end();
}

} // namespace

bool Condition::holds(const Scope& scope) const {
    bool found = false;
    bool fits = false;
    for (const auto& pointer : pointers) {
        for (const auto* value : pointer.all(scope)) {
            if ((value->isNull() && !isPresent) || (has && value->isEmpty())) {
                continue;
            }
            found = true;
            fits = fits || ((in.empty() || contains(in, *value)) && !contains(notIn, *value));
        }
    }
    if (has && !*has) {
        return !found;
    }
    return fits || (!found && !notIn.empty() && in.empty());
}

bool allHold(const std::vector<Condition>& conditions, const Scope& scope) {
    return std::ranges::all_of(conditions, [&](const Condition& one) { return one.holds(scope); });
}

} // namespace goldpan::profiles
