// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/rules_guard.h"

#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"

namespace goldpan::ingest {
namespace {

Result<std::int64_t> rulesId(store::Store& store) {
    const auto current = store.ruleSets().current();
    return current ? Result<std::int64_t>(*current ? (*current)->id : 0) : std::unexpected(current.error());
}

std::unexpected<Error> otherRules(const store::Store& store) {
    return fail(ErrorCode::conflict,
                "the store got other redaction rules meanwhile, and what was read is not stored by the old "
                "ones; import again, what is stored is passed over",
                store.path());
}

} // namespace

Result<RulesGuard> RulesGuard::open(store::Store& store, const redact::Redactor& redactor) {
    const auto id = rulesId(store); // first: rules that come now are seen as others
    if (!id) {
        return std::unexpected(id.error());
    }
    const auto rules = store::rulesOf(store);
    if (!rules) {
        return std::unexpected(rules.error());
    }
    return *rules == redactor.rules() ? Result<RulesGuard>(RulesGuard(store, *id)) : otherRules(store);
}

Result<void> RulesGuard::admit() const {
    const auto id = rulesId(*m_store);
    if (!id) {
        return std::unexpected(id.error());
    }
    return *id == m_id ? Result<void>{} : otherRules(*m_store);
}

} // namespace goldpan::ingest
