// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How programs come to a store; the one place beside tests that knows the SQL engine. Needs a
// QCoreApplication alive.
#pragma once

#include "core/base/result.h"
#include "core/store/reredaction.h"
#include "core/store/store.h"

#include <memory>
#include <optional>
#include <string>

namespace goldpan::composition {

/// An existing store. notFound, notAStore, newerStore, busy (a migration needs it alone), unreadable,
/// unwritable.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openStore(const std::string& path);
/// The same, saying so before an older store is brought up to date.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openStoreTelling(const std::string& path,
                                                                     const store::UpgradeNotice& before);

/// A new empty store; refused where the path exists.
[[nodiscard]] Result<std::unique_ptr<store::Store>> createStore(const std::string& path);

/// As store::EndReredaction says.
[[nodiscard]] Result<std::optional<store::ReredactionTally>> endReredaction(const std::string& path,
                                                                            const redact::Redactor& redactor);

/// A store to import into. Existing: opened. Missing: built at PATH.part without a journal, and put in place
/// by publish(); if publish() is never called the part is deleted with this object.
class StoreForImport {
public:
    [[nodiscard]] static Result<StoreForImport> open(const std::string& path,
                                                     const store::UpgradeNotice& before = {});
    StoreForImport(StoreForImport&&) noexcept;
    StoreForImport& operator=(StoreForImport&&) noexcept;
    ~StoreForImport();

    [[nodiscard]] store::Store& store();
    [[nodiscard]] bool isNew() const;
    /// Indexes, fsync, rename. Nothing to do for an existing store.
    [[nodiscard]] Result<void> publish();

private:
    struct State;
    explicit StoreForImport(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace goldpan::composition
