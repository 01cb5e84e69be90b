// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/async/redactor_cache.h"

#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"

#include <utility>

namespace goldpan::ui {

Result<std::shared_ptr<const redact::Redactor>> RedactorCache::of(store::Store& store) {
    const auto current = store.ruleSets().current();
    if (!current) {
        return std::unexpected(current.error());
    }
    const std::int64_t rules = *current ? (*current)->id : 0;
    if (m_rules != rules) {
        auto redactor = store::redactorOf(store);
        if (!redactor) {
            return redactor;
        }
        m_redactor = std::move(*redactor);
        m_rules = rules;
    }
    return m_redactor;
}

} // namespace goldpan::ui
