// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RedactorCache: the redactor of one store, made anew only where the store's rules are others. Owned by a
// worker; its thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/store/store.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace goldpan::ui {

class RedactorCache {
public:
    /// By the rules that the store has now.
    [[nodiscard]] Result<std::shared_ptr<const redact::Redactor>> of(store::Store& store);

private:
    std::optional<std::int64_t> m_rules; ///< id of the rule set that it is made of, 0 for none
    std::shared_ptr<const redact::Redactor> m_redactor;
};

} // namespace goldpan::ui
