// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What most verbs take: a store and the operator's name. Values; any thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/result.h"
#include "core/store/store.h"

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace goldpan::cli {

struct StoreOptions {
    std::string store;
    bool json = false;
};

/// A verb that changes something also says who did it.
struct ActOptions : StoreOptions {
    std::string operatorName; ///< default: the login name
};

void addStore(CLI::App& verb, StoreOptions& options);
void addOperator(CLI::App& verb, ActOptions& options);

/// Says on standard error that an older store is brought up to date; `io` must outlive it.
[[nodiscard]] store::UpgradeNotice upgradeNotice(Io& io);
/// Refuses what no version reads yet (a postgresql:// URL: usage).
[[nodiscard]] Result<void> checkStorePath(const std::string& path);
/// An existing store; notFound where there is none, for only import may create one.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openStore(const StoreOptions& options, Io& io);

/// Words from the command line or a file that go into the store: usage where they are not UTF-8.
[[nodiscard]] Result<void> checkText(const std::string& text, const std::string& name);
/// notFound or unreadable where `path` cannot be read as a file; `-` is standard input and passes. Opens
/// nothing, so that a named pipe stays whole.
[[nodiscard]] Result<void> checkReadable(const std::string& path);

} // namespace goldpan::cli
