// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_redactor.h"

#include "core/store/rule_sets.h"

namespace goldpan::store {

Result<redact::RuleSet> rulesOf(Store& store) {
    const auto current = store.ruleSets().current();
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

Result<std::shared_ptr<const redact::Redactor>> redactorOf(Store& store) {
    const auto rules = rulesOf(store);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    return std::make_shared<const redact::Redactor>(*rules);
}

} // namespace goldpan::store
