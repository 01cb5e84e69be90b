// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Recall: what a late event finds of rows that were sampled out. Owned by whoever writes; same thread as its
// connection, and gone before it.
#pragma once

#include "core/base/ids.h"
#include "core/domain/policy.h"
#include "core/store/sql/entry_insert.h"
#include "core/store/sql/held_rows.h"
#include "core/store/sql/kept_statement.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace goldpan::sql {

class Recall {
public:
    /// Bits, as the store keeps them.
    enum class Cause : std::uint8_t {
        feedback = 1,
        drift = 2,
    };

    explicit Recall(Connection& connection);

    /// A transaction begins: the policy, which others may have changed, is read in it once.
    void begin() { m_policy.reset(); }

    /// The row where it is still held: stored now, at the weight of its line, without the tag of the event.
    /// None where it is not; if it was sampled out, it is lost to sampling. `requestId` empty: whichever has
    /// the hash.
    [[nodiscard]] Result<std::optional<RowId>> bringIn(std::uint64_t keyHash, std::string_view requestId,
                                                       Cause cause);
    /// As WriteTransaction::standAlone says.
    [[nodiscard]] Result<void> standAlone(RowId row);
    [[nodiscard]] Result<void> standAlone(std::span<const RowId> rows);
    /// After a rollback.
    void forget();

private:
    [[nodiscard]] Result<RowId> store(const store::ImportRow& row, Cause cause);
    [[nodiscard]] Result<Policy> policy();

    Connection& m_connection;
    std::optional<EntryInsert> m_insert;
    HeldRows m_held;
    KeptStatement m_standsForOthers;
    KeptStatement m_standsForOthersOfRun;
    std::optional<Policy> m_policy; ///< as of this transaction
};

} // namespace goldpan::sql
