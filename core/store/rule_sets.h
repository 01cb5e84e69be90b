// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RuleSets: the redaction rules of a store, with the ones it had before. Owned by its Store; same thread.
// Only appended to. What is made of a set is for redactorOf() of store_redactor.h.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::store {

struct StoredRuleSet {
    std::int64_t id = 0; ///< given by the store
    std::string hash;    ///< RuleSet::hash() on the day it was set; another version's may differ
    std::string json;    ///< RuleSet::toJson()
    Timestamp setAt;
    std::string operatorName;
};

class RuleSets {
public:
    virtual ~RuleSets() = default;

    /// The newest; none where the store has the built-in rules alone.
    [[nodiscard]] virtual Result<std::optional<StoredRuleSet>> current() = 0;
    /// All of them, newest first.
    [[nodiscard]] virtual Result<std::vector<StoredRuleSet>> list() = 0;
    /// One transaction. conflict where `over` is given and another one is current by now (0: none was).
    /// `admit` is asked inside it, for it may have waited for another writer: what it fails with is returned,
    /// and nothing is set.
    [[nodiscard]] virtual Result<void> set(const StoredRuleSet& next, std::optional<std::int64_t> over = {},
                                           const std::function<Result<void>()>& admit = {}) = 0;
};

} // namespace goldpan::store
