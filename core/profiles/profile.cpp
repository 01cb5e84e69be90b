// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profile.h"

#include <algorithm>
#include <span>

namespace goldpan::profiles {
namespace {

const Rules kNoRules;

bool fit(const std::string& a, const std::string& b) {
    return a == b || a == "*" || b == "*";
}

/// Whether `path` ends on the way down through `levels`.
bool endsOnTheWay(std::span<const std::string> path, std::span<const Pointers> levels) {
    if (levels.empty()) {
        return false; // inside the record, which nobody has looked into yet
    }
    return std::ranges::any_of(levels.front(), [&](const Pointer& pointer) {
        const std::span<const std::string> way = pointer.tokens();
        const auto common = std::min(path.size(), way.size());
        if (!std::ranges::equal(path.first(common), way.first(common), fit)) {
            return false;
        }
        return path.size() <= way.size() || endsOnTheWay(path.subspan(common), levels.subspan(1));
    });
}

} // namespace

const Rules& Profile::rules(std::string_view field) const {
    const auto found = map.find(field);
    return found == map.end() ? kNoRules : found->second;
}

std::vector<JsonTree*> itemsOf(const Pointers& each, JsonTree& tree) {
    for (const auto& pointer : each) {
        auto items = pointer.allIn(tree);
        std::erase_if(items, [](const JsonTree* item) { return !item->isObject(); });
        if (!items.empty()) {
            return items;
        }
    }
    return {};
}

bool rewritesRecords(const std::vector<Pointers>& each, const Pointer& at) {
    if (at.levelsUp() == 0 || at.levelsUp() > each.size()) {
        return false;
    }
    return endsOnTheWay(at.tokens(), std::span(each).last(at.levelsUp()));
}

} // namespace goldpan::profiles
