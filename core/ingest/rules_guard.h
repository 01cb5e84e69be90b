// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RulesGuard: whether what was redacted still is by the rules of the store that takes it. A value made for
// one import, on the store's thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/store/store.h"

#include <cstdint>

namespace goldpan::ingest {

class RulesGuard {
public:
    /// conflict where `redactor` has other rules than the store, which must outlive this.
    [[nodiscard]] static Result<RulesGuard> open(store::Store& store, const redact::Redactor& redactor);

    /// In each transaction, before its rows: conflict where the store has other rules by now.
    [[nodiscard]] Result<void> admit() const;

private:
    RulesGuard(store::Store& store, std::int64_t id)
        : m_store(&store)
        , m_id(id) {}

    store::Store* m_store;
    std::int64_t m_id; ///< of the rules; 0 where the store has none of its own
};

} // namespace goldpan::ingest
