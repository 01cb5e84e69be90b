// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FeedbackIndex: the feedback inside one object, by what joins it to the records there, so that no record
// looks through what was said of the others. Holds addresses: one object of the log, one thread.
#pragma once

#include "core/profiles/profile.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace goldpan::profiles {

class FeedbackIndex {
public:
    /// Whether the list that `rule` reads is one for all records, and its items have their keys in
    /// themselves.
    [[nodiscard]] static bool knows(const FeedbackRule& rule, const Scope& record);
    /// What of such a list may be of the record, the last first, until `take` has enough.
    void each(const FeedbackRule& rule, const Scope& record,
              const std::function<bool(const JsonTree&)>& take);

private:
    struct Items {
        std::vector<const JsonTree*> all;
        std::unordered_map<std::string, std::vector<std::size_t>> byKey;
        std::vector<std::size_t> ofAnyRecord; ///< without any of the keys
    };
    [[nodiscard]] static Items itemsOf(const FeedbackRule& rule, const Scope& record);

    /// By the rule and the tree that its list stands in.
    std::map<std::pair<const FeedbackRule*, const JsonTree*>, Items> m_items;
};

} // namespace goldpan::profiles
