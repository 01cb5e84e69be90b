// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/user_key_guard.h"

#include "core/base/clock.h"
#include "core/store/user_keys.h"

namespace goldpan::ingest {

Result<UserKeyGuard> UserKeyGuard::open(store::Store& store, const redact::UserKey& users,
                                        redact::KeyChange change, const std::string& operatorName) {
    store::UserKeys& keys = store.userKeys();
    const auto known = keys.current();
    if (!known) {
        return std::unexpected(known.error());
    }
    const std::string mark = users.mark();
    if (*known ? (*known)->mark == mark : mark.empty()) {
        return UserKeyGuard(true);
    }
    if (change == redact::KeyChange::refused) {
        if (mark.empty()) {
            return UserKeyGuard(false);
        }
        const auto hasUsers = *known ? Result<bool>(true) : keys.hasUsers();
        if (!hasUsers) {
            return std::unexpected(hasUsers.error());
        }
        if (*hasUsers) {
            return fail(ErrorCode::refused, redact::changedKeyMessage(), store.path());
        }
    }
    auto set = keys.set({mark, SystemClock().now(), operatorName});
    return set ? Result<UserKeyGuard>(UserKeyGuard(true)) : std::unexpected(set.error());
}

Result<void> UserKeyGuard::admit(const redact::RedactionCounts& counts) const {
    return m_mayHash || counts.usersHashed == 0 ? Result<void>{}
                                                : fail(ErrorCode::refused, redact::changedKeyMessage());
}

} // namespace goldpan::ingest
