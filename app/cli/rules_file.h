// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `--rules FILE`: redaction rules from a file, where there is no store that holds them yet. Free functions;
// same thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/redact/own/rule_set.h"
#include "core/store/store.h"

#include <string>

namespace CLI {
class App;
}

namespace goldpan::cli {

void addRules(CLI::App& verb, std::string& path, const std::string& description);
/// The built-in rules alone where `path` is empty. An error names the file and the place in it.
[[nodiscard]] Result<redact::RuleSet> rulesFrom(const std::string& path);

/// The store's newest rule set from here on; false where it was that already. `over` as of RuleSets::set().
[[nodiscard]] Result<bool> setRules(store::Store& store, const redact::RuleSet& rules,
                                    const std::string& operatorName, const Clock& clock,
                                    std::optional<std::int64_t> over = {});
/// What `--rules` means to a verb that may make a store: a new one gets a copy, and one that holds nothing
/// and never had rules; any other must have that set already. Nothing where `path` is empty.
[[nodiscard]] Result<void> bringRules(store::Store& store, bool isNew, const std::string& path,
                                      const std::string& operatorName, const Clock& clock);

} // namespace goldpan::cli
