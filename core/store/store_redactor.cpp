// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_redactor.h"

namespace goldpan::store {

Result<redact::RuleSet> rulesOf(RuleSets& sets) {
    const auto current = sets.current();
    if (!current) {
        return std::unexpected(current.error());
    }
    if (!*current) {
        return redact::RuleSet();
    }
    auto rules = redact::RuleSet::fromJson((*current)->json);
    if (!rules) {
        return fail(ErrorCode::corrupt,
                    "the store's redaction rules cannot be read (" + rules.error().message +
                        "); set them again with goldpan-cli rules",
                    rules.error().where);
    }
    return rules;
}

Result<redact::RuleSet> rulesOf(Store& store) {
    return rulesOf(store.ruleSets());
}

Result<std::shared_ptr<const redact::Redactor>> redactorOf(Store& store) {
    const auto rules = rulesOf(store);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    return std::make_shared<const redact::Redactor>(*rules);
}

} // namespace goldpan::store
