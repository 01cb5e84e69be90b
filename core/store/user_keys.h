// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UserKeys: which key a store's user ids were hashed with, by a mark that tells keys apart and nothing of
// them. Owned by its Store; same thread. Only appended to.
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <optional>
#include <string>

namespace goldpan::store {

struct UserKeyMark {
    std::string mark; ///< redact::UserKey::mark(); "" of the hash without a key
    Timestamp setAt;
    std::string operatorName;
};

class UserKeys {
public:
    virtual ~UserKeys() = default;

    /// The newest; none where no key was ever used.
    [[nodiscard]] virtual Result<std::optional<UserKeyMark>> current() = 0;
    /// A part of the transaction that is open, else one of its own.
    [[nodiscard]] virtual Result<void> set(const UserKeyMark& mark) = 0;
    /// Whether any row, kept or in the side ring, names its user.
    [[nodiscard]] virtual Result<bool> hasUsers() = 0;
};

} // namespace goldpan::store
