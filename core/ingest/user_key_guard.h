// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UserKeyGuard: whether user ids hashed with a key may join those that a store holds; under two keys one user
// has two hashes. A value made for one import, on the store's thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"
#include "core/store/store.h"

#include <string>

namespace goldpan::ingest {

class UserKeyGuard {
public:
    /// Before anything is stored. A store remembers its first key, by its mark, from here on. refused where
    /// it has another one, or none and users already, unless `change` says that this is meant; then the new
    /// one is remembered with who said so.
    [[nodiscard]] static Result<UserKeyGuard> open(store::Store& store, const redact::UserKey& users,
                                                   redact::KeyChange change, const std::string& operatorName);

    /// Before rows are stored whose redaction was counted. Without a key a log of ids that are hashes already
    /// may come into a store that has one; refused where a raw id had to be hashed.
    [[nodiscard]] Result<void> admit(const redact::RedactionCounts& counts) const;

private:
    explicit UserKeyGuard(bool mayHash)
        : m_mayHash(mayHash) {}

    bool m_mayHash;
};

} // namespace goldpan::ingest
