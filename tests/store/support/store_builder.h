// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoreBuilder: a temporary store with rows from short literals. Test support.
#pragma once

#include "core/base/ids.h"
#include "core/domain/log_entry.h"
#include "core/store/entry_reader.h"
#include "core/store/event_reader.h"
#include "core/store/export_reader.h"
#include "core/store/importer.h"
#include "core/store/queue_reader.h"
#include "core/store/search_index.h"
#include "core/store/store.h"
#include "core/store/upkeep.h"
#include "core/store/write_gate.h"
#include "tests/support/temp_dir.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::test {

/// A plausible row: prompt "prompt of ID", response "response of ID", model "m1", the given time.
[[nodiscard]] LogEntry entry(std::string_view id, std::string_view ts = "2025-06-12T09:00:00");

[[nodiscard]] store::ImportRow importRow(const LogEntry& entry, std::int64_t line = 1);

class StoreBuilder {
public:
    StoreBuilder();

    [[nodiscard]] store::Store& store() { return *m_store; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const TempDir& dir() const { return m_dir; }

    /// Imports rows through the real importer and answers what it counted.
    store::ImportTally add(const std::vector<LogEntry>& entries, std::string_view source = "/log.jsonl");
    [[nodiscard]] RowId row(std::string_view requestId);
    [[nodiscard]] store::EntryRecord read(std::string_view requestId);
    /// A second connection, as another program would have.
    [[nodiscard]] std::unique_ptr<store::Store> another() const;
    /// Between the two nobody has the store open; store() must not be asked.
    void close() { m_store.reset(); }
    void reopen();
    /// Request ids of the filter's rows in the given order, joined by spaces.
    [[nodiscard]] std::string ids(std::string_view filterText, std::string_view order = "ts");
    /// First column of every row a plain query answers, joined by newlines; what a user's own sqlite3 would
    /// show.
    [[nodiscard]] std::string query(const std::string& sql) const;
    /// Bends the store as no program of ours would.
    void run(const std::string& sql) const;

private:
    TempDir m_dir;
    std::string m_path;
    std::unique_ptr<store::Store> m_store;
};

} // namespace goldpan::test
