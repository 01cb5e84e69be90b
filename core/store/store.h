// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Store: one open *.goldpan file, as small interfaces by use. Owned by whoever opened it; one object, one
// thread (a worker opens its own). Any number of stores, in any number of programs, may be open on one file.
#pragma once

#include "core/base/result.h"

#include <functional>
#include <memory>
#include <string>

namespace goldpan::store {

class EntryReader;
class QueueReader;
class WriteGate;
class EventReader;
class ExportReader;
class SavedQueues;
class RuleSets;
class UserKeys;
class Ledger;
class Reredaction;
class Importer;
class SearchIndex;
class TimelineReader;
class Upkeep;

class Store {
public:
    virtual ~Store() = default;

    virtual EntryReader& entries() = 0;
    virtual QueueReader& queue() = 0;
    virtual WriteGate& writes() = 0;
    virtual EventReader& events() = 0;
    virtual ExportReader& exports() = 0;
    virtual SavedQueues& savedQueues() = 0;
    virtual RuleSets& ruleSets() = 0;
    virtual UserKeys& userKeys() = 0;
    virtual Ledger& ledger() = 0;
    virtual Importer& importer() = 0;
    virtual Upkeep& upkeep() = 0;
    virtual Reredaction& reredaction() = 0;
    virtual SearchIndex& searchIndex() = 0;
    virtual TimelineReader& timeline() = 0;

    [[nodiscard]] virtual const std::string& path() const = 0;
    /// Thread-safe: breaks off the statement that runs now, which then answers `cancelled`.
    virtual void interrupt() = 0;
};

/// Opens an existing store; how the UI's workers get theirs without knowing SQL.
using OpenStore = std::function<Result<std::unique_ptr<Store>>(const std::string& path)>;

/// Told before an older store is brought up to date, with both schema versions.
using UpgradeNotice = std::function<void(int from, int to)>;
using OpenStoreTelling =
    std::function<Result<std::unique_ptr<Store>>(const std::string& path, const UpgradeNotice& before)>;

} // namespace goldpan::store
