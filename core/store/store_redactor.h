// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The redactor of a store: its own rules over the built-in ones. Free functions on the store's thread; the
// redactor may go anywhere.
#pragma once

#include "core/redact/redactor.h"
#include "core/store/rule_sets.h"
#include "core/store/store.h"

#include <memory>

namespace goldpan::store {

/// The built-in rules alone where the store has none of its own. corrupt where its set cannot be read, never
/// a redactor that knows less.
[[nodiscard]] Result<redact::RuleSet> rulesOf(RuleSets& sets);
[[nodiscard]] Result<redact::RuleSet> rulesOf(Store& store);
[[nodiscard]] Result<std::shared_ptr<const redact::Redactor>> redactorOf(Store& store);

} // namespace goldpan::store
