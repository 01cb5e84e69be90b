// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/feedback_index.h"

#include "core/profiles/content_parts.h"

#include <algorithm>
#include <span>

namespace goldpan::profiles {
namespace {

std::string keyOf(std::size_t pair, const std::string& value) {
    return std::to_string(pair) + ":" + value;
}

} // namespace

bool FeedbackIndex::knows(const FeedbackRule& rule, const Scope& record) {
    return rule.each && rule.each->levelsUp() > 0 && rule.each->levelsUp() < record.size() &&
           std::ranges::all_of(rule.on, [](const PointerPair& pair) { return pair.theirs.levelsUp() == 0; });
}

FeedbackIndex::Items FeedbackIndex::itemsOf(const FeedbackRule& rule, const Scope& record) {
    Items out{.all = rule.each->all(record)};
    for (std::size_t at = 0; at < out.all.size(); ++at) {
        std::string key;
        for (std::size_t pair = 0; pair < rule.on.size() && key.empty(); ++pair) {
            if (const auto value = plainText(rule.on[pair].theirs.first({out.all[at]})); !value.empty()) {
                key = keyOf(pair, value);
            }
        }
        (key.empty() ? out.ofAnyRecord : out.byKey[key]).push_back(at);
    }
    return out;
}

void FeedbackIndex::each(const FeedbackRule& rule, const Scope& record,
                         const std::function<bool(const JsonTree&)>& take) {
    const std::pair place(&rule, record[rule.each->levelsUp()]);
    auto known = m_items.find(place);
    if (known == m_items.end()) {
        known = m_items.emplace(place, itemsOf(rule, record)).first;
    }
    const auto& items = known->second;
    std::vector<std::span<const std::size_t>> lists{items.ofAnyRecord};
    for (std::size_t pair = 0; pair < rule.on.size(); ++pair) {
        const auto ours = plainText(rule.on[pair].ours.first(record));
        if (const auto same = items.byKey.find(keyOf(pair, ours)); same != items.byKey.end()) {
            lists.emplace_back(same->second);
        }
    }
    const auto lastOf = [](const auto& list) { return list.empty() ? 0 : list.back() + 1; };
    for (;;) {
        auto& latest = *std::ranges::max_element(lists, {}, lastOf);
        if (latest.empty() || !take(*items.all[latest.back()])) {
            return;
        }
        latest = latest.first(latest.size() - 1);
    }
}

} // namespace goldpan::profiles
