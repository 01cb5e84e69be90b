// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/user_key_guard.h"

#include "core/base/clock.h"

namespace goldpan::ingest {

Result<UserKeyGuard> UserKeyGuard::open(store::Store& store, const redact::UserKey& users,
                                        redact::KeyChange change, const std::string& operatorName) {
    const auto known = store.userKeys().current();
    if (!known) {
        return std::unexpected(known.error());
    }
    UserKeyGuard guard(store, *known ? std::optional((*known)->mark) : std::nullopt);
    guard.m_mark = users.mark();
    guard.m_operator = operatorName;
    guard.m_isMeant = change == redact::KeyChange::meant;
    if (guard.m_known.value_or("") == guard.m_mark || guard.m_isMeant) {
        return guard;
    }
    if (auto alone = guard.checkNoUsers(); !alone) {
        return std::unexpected(alone.error());
    }
    return guard;
}

Result<void> UserKeyGuard::checkNoUsers() {
    const auto hasUsers =
        m_keys->hasUsers(); // a mark alone says nothing: an import may have failed behind it
    if (!hasUsers) {
        return std::unexpected(hasUsers.error());
    }
    if (*hasUsers && m_mark.empty()) {
        m_mayHash = false;
        return {};
    }
    return *hasUsers ? fail(ErrorCode::refused, redact::changedKeyMessage(), m_path) : Result<void>{};
}

Result<void> UserKeyGuard::checkKnown() const {
    const auto now = m_keys->current();
    if (!now) {
        return std::unexpected(now.error());
    }
    return m_known == (*now ? std::optional((*now)->mark) : std::nullopt)
               ? Result<void>{}
               : fail(ErrorCode::conflict,
                      "the store's user ids are hashed with another key by now; the rest "
                      "of the log is not stored. Begin again with that key");
}

Result<void> UserKeyGuard::remember() {
    if (!m_mayHash || m_known.value_or("") == m_mark) {
        return {};
    }
    if (auto same = checkKnown(); !same) {
        return same;
    }
    // Again: users may have come since, by an import under the mark that is known or under none.
    if (auto alone = m_isMeant ? Result<void>{} : checkNoUsers(); !alone) {
        return alone;
    }
    if (!m_mayHash) {
        return {};
    }
    auto set = m_keys->set({m_mark, SystemClock().now(), m_operator});
    if (set) {
        m_known = m_mark;
    }
    return set;
}

Result<void> UserKeyGuard::rememberBeforeRows() {
    return m_isMeant ? Result<void>{} : remember();
}

Result<void> UserKeyGuard::rememberFor(const store::ImportTally& stored) {
    return m_isMeant && stored.hashed > 0 ? remember() : Result<void>{};
}

Result<void> UserKeyGuard::admit(const redact::RedactionCounts& counts) const {
    if (counts.usersHashed == 0) {
        return {};
    }
    return m_mayHash ? checkKnown() : fail(ErrorCode::refused, redact::changedKeyMessage(), m_path);
}

} // namespace goldpan::ingest
