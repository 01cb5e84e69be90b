// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UserKeyGuard: whether user ids hashed with a key may join those that a store holds; under two keys one user
// has two hashes. A value made for one import, on the store's thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"
#include "core/store/importer.h"
#include "core/store/store.h"
#include "core/store/user_keys.h"

#include <optional>
#include <string>
#include <utility>

namespace goldpan::ingest {

class UserKeyGuard {
public:
    /// Before anything is stored. refused where the store holds users under another key, or under none,
    /// unless `change` says that this is meant. `store` must outlive this.
    [[nodiscard]] static Result<UserKeyGuard> open(store::Store& store, const redact::UserKey& users,
                                                   redact::KeyChange change, const std::string& operatorName);

    /// From here on the store remembers the key, by its mark, with who brought it; a part of the transaction
    /// that is open. refused where users came meanwhile under another key, or under none.
    [[nodiscard]] Result<void> remember();
    /// Before a session of rows is begun. An import that stores nothing leaves it as it was, and so does one
    /// for which a new key is meant: that one waits, else the users that are there would pass for its own,
    /// ...
    [[nodiscard]] Result<void> rememberBeforeRows();
    /// ... for the first transaction with a new row whose user was hashed.
    [[nodiscard]] Result<void> rememberFor(const store::ImportTally& stored);

    /// In each transaction, before its rows, whose redaction was counted. Without a key a log of ids that are
    /// hashes already may come into a store that has one; refused where a raw id had to be hashed, conflict
    /// where it was and the store has another key by now.
    [[nodiscard]] Result<void> admit(const redact::RedactionCounts& counts) const;

private:
    UserKeyGuard(store::Store& store, std::optional<std::string> known)
        : m_keys(&store.userKeys())
        , m_path(store.path())
        , m_known(std::move(known)) {}

    /// conflict where it is another one by now than is known.
    [[nodiscard]] Result<void> checkKnown() const;
    /// refused where the store has any; without a key nothing may be hashed then.
    [[nodiscard]] Result<void> checkNoUsers();

    store::UserKeys* m_keys;
    std::string m_path;                 ///< of the store
    std::optional<std::string> m_known; ///< the store's newest mark; none where it has none
    std::string m_mark;                 ///< of the key that hashes here
    std::string m_operator;
    bool m_isMeant = false; ///< the change of the key
    bool m_mayHash = true;
};

} // namespace goldpan::ingest
