// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/import_session.h"

#include "core/base/files.h"
#include "core/domain/row_flags.h"
#include "core/store/sql/drift_rows.h"
#include "core/store/sql/policy_rows.h"
#include "core/store/sql/quarantine_rows.h"
#include "core/store/sql/statement.h"
#include "core/tagging/window_tags.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

namespace goldpan::sql {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto kLockTime =
    std::chrono::milliseconds(25);                  // half of what a lock may take: the commit comes on top
constexpr auto kGap = std::chrono::milliseconds(2); // longer than the poll of a waiting writer

bool sameContent(const LogEntry& a, const LogEntry& b) {
    return a.ts == b.ts && a.modelVersion == b.modelVersion && a.prompt == b.prompt &&
           a.response == b.response && a.latencyMs == b.latencyMs && a.userIdHash == b.userIdHash &&
           a.responseLogprob == b.responseLogprob && a.messages == b.messages && a.output == b.output &&
           a.tools == b.tools && a.feedback == b.feedback && a.meta == b.meta;
}

} // namespace

SqlImportSession::SqlImportSession(Connection& connection, std::string_view source,
                                   std::string_view operatorName, std::shared_ptr<KeyTable> keys)
    : m_connection(connection)
    , m_source(source)
    , m_building(keys != nullptr)
    , m_insert(connection, std::move(keys))
    , m_retag(connection, m_insert, operatorName) {}

SqlImportSession::~SqlImportSession() {
    m_buildTransaction.reset();
    if (!m_building) {
        (void)m_connection.execute("PRAGMA synchronous=FULL");
    }
}

Result<void> SqlImportSession::open() {
    if (auto loaded = loadPolicy(); !loaded) {
        return loaded;
    }
    auto badLines = badLinesOf(m_connection, m_source);
    if (!badLines) {
        return std::unexpected(badLines.error());
    }
    m_badLines = std::move(*badLines);
    if (auto done = m_insert.prepare(); !done) {
        return done;
    }
    if (!m_building) {
        // No fsync a chunk: a lost tail is imported again by a re-run, and finish() makes all of it durable.
        return m_connection.execute("PRAGMA synchronous=NORMAL");
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    m_buildTransaction.emplace(std::move(*transaction));
    return {};
}

Result<store::ImportTally> SqlImportSession::add(std::span<const store::ImportRow> rows) {
    if (m_failed) {
        return std::unexpected(*m_failed);
    }
    store::ImportTally tally;
    if (m_building) {
        for (const auto& row : rows) {
            if (auto done = addOne(row, tally); !done) {
                return std::unexpected(done.error());
            }
        }
        return tally;
    }
    for (std::size_t at = 0; at < rows.size();) {
        auto taken = addChunk(rows.subspan(at), tally);
        if (!taken) {
            m_failed = taken.error();
            m_insert.forget();
            return at == 0 ? Result<store::ImportTally>(std::unexpected(*m_failed)) : tally;
        }
        at += *taken;
        std::this_thread::sleep_for(kGap); // lets a waiting operator's act in
    }
    return tally;
}

Result<std::size_t> SqlImportSession::addChunk(std::span<const store::ImportRow> rows,
                                               store::ImportTally& tally) {
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const auto until = Steady::now() + kLockTime;
    if (auto loaded = loadPolicy(); !loaded) { // somebody may have set it since the chunk before
        return std::unexpected(loaded.error());
    }
    if (auto loaded = loadEvents(); !loaded) {
        return std::unexpected(loaded.error());
    }
    store::ImportTally chunk;
    std::size_t taken = 0;
    do {
        if (auto done = addOne(rows[taken], chunk); !done) {
            return std::unexpected(done.error());
        }
        ++taken;
    } while (taken < rows.size() && Steady::now() < until);
    if (auto done = transaction->commit(); !done) {
        return std::unexpected(done.error());
    }
    tally.add(chunk);
    return taken;
}

Result<void> SqlImportSession::loadPolicy() {
    auto policy = readPolicy(m_connection);
    if (!policy) {
        return std::unexpected(policy.error());
    }
    m_policy = *policy;
    return {};
}

Result<void> SqlImportSession::loadEvents() {
    auto windows = readDriftWindows(m_connection);
    if (!windows) {
        return std::unexpected(windows.error());
    }
    m_windows.clear();
    for (const auto& window : *windows) {
        m_windows.push_back(window.event);
    }
    Statement waiting(m_connection, "SELECT EXISTS(SELECT 1 FROM feedback_event WHERE applied = 0)");
    auto any = waiting.number();
    if (!any) {
        return std::unexpected(any.error());
    }
    m_feedbackWaits = any->value_or(0) != 0;
    return {};
}

Result<void> SqlImportSession::addOne(const store::ImportRow& row, store::ImportTally& tally) {
    if (!m_badLines.empty() && m_badLines.erase(row.line) > 0) {
        if (auto cleared = clearBadLine(m_connection, m_source, row.line); !cleared) {
            return cleared;
        }
    }
    auto known = m_insert.find(row);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (*known) {
        ++tally.duplicate;
        return meet(row, **known, tally);
    }
    ++tally.stored;
    return store(row);
}

Result<void> SqlImportSession::store(const store::ImportRow& row) {
    const LogEntry& entry = row.entry;
    std::vector<std::string> tags = entry.tags;
    const bool inWindow = std::ranges::any_of(m_windows, [&](const DriftEvent& window) {
        return tagging::isInWindow(window, entry.ts, entry.modelVersion);
    });
    if (inWindow) {
        tags.emplace_back(kTagDriftWindow);
    }
    if (m_feedbackWaits) {
        auto negative = takeFeedback(entry.requestId);
        if (!negative) {
            return std::unexpected(negative.error());
        }
        if (*negative) {
            tags.emplace_back(kTagUserNegative);
        }
    }
    std::uint32_t flags = flagsOfRow(tags, entry.responseLogprob, m_policy);
    flags |= row.contextDiffers ? std::uint32_t{FlagContextDiffers} : 0U;
    auto id = m_insert.insert(row, tags, flags);
    return id ? Result<void>{} : std::unexpected(id.error());
}

Result<bool> SqlImportSession::takeFeedback(const std::string& requestId) {
    bool negative = false;
    bool any = false;
    {
        Statement waiting(m_connection,
                          "SELECT kind FROM feedback_event WHERE request_id = ?t AND applied = 0");
        waiting.bind(requestId);
        if (auto done = waiting.each([&] {
                any = true;
                negative = negative || tagging::isNegative(static_cast<FeedbackKind>(waiting.integer(0)));
            });
            !done) {
            return std::unexpected(done.error());
        }
    }
    if (any) {
        if (auto done =
                Statement(m_connection,
                          "UPDATE feedback_event SET applied = 1 WHERE request_id = ?t AND applied = 0")
                    .bind(requestId)
                    .run();
            !done) {
            return std::unexpected(done.error());
        }
    }
    return negative;
}

Result<void> SqlImportSession::meet(const store::ImportRow& row, RowId known, store::ImportTally& tally) {
    auto there = m_insert.read(known);
    if (!there) {
        return std::unexpected(there.error());
    }
    if (!sameContent(there->entry, row.entry)) {
        store::ImportTally one;
        one.differs = 1;
        one.differing.push_back(row.entry.requestId);
        tally.add(one);
    }
    auto retagged = m_retag.add(*there, row.entry.tags);
    if (!retagged) {
        return std::unexpected(retagged.error());
    }
    tally.retagged += *retagged ? 1 : 0;
    return {};
}

Result<void> SqlImportSession::quarantine(std::span<const store::QuarantinedLine> lines) {
    if (m_failed) {
        return std::unexpected(*m_failed);
    }
    const auto put = [&](std::span<const store::QuarantinedLine> some) -> Result<void> {
        for (const auto& line : some) {
            if (auto done = putBadLine(m_connection, m_source, line.line, line.reason); !done) {
                return done;
            }
            m_badLines.insert(line.line);
        }
        return {};
    };
    if (m_building) {
        return put(lines);
    }
    constexpr std::size_t kChunk = 500;
    for (std::size_t at = 0; at < lines.size(); at += kChunk) {
        auto transaction = Transaction::begin(m_connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        if (auto done = put(lines.subspan(at, std::min(kChunk, lines.size() - at))); !done) {
            return done;
        }
        if (auto done = transaction->commit(); !done) {
            return done;
        }
    }
    return {};
}

Result<void> SqlImportSession::finish() {
    if (m_failed) {
        return std::unexpected(*m_failed);
    }
    if (m_building) {
        if (m_retag.isOpen()) {
            if (auto done = m_retag.finish(); !done) {
                return done;
            }
        }
        auto done = m_buildTransaction->commit();
        m_buildTransaction.reset();
        return done;
    }
    if (m_retag.isOpen()) {
        auto transaction = Transaction::begin(m_connection);
        if (!transaction) {
            return std::unexpected(transaction.error());
        }
        if (auto done = m_retag.finish(); !done) {
            return done;
        }
        if (auto done = transaction->commit(); !done) {
            return done;
        }
    }
    // From here on the import survives a power cut. The checkpoint alone is not enough: it syncs nothing
    // where a reader's old snapshot, or another program's checkpoint, leaves it nothing to fold back.
    const std::string wal = m_connection.path() + "-wal";
    if (std::error_code ignored; std::filesystem::exists(wal, ignored)) {
        if (auto synced = syncPath(wal); !synced) {
            return synced;
        }
    }
    return m_connection.execute("PRAGMA wal_checkpoint(PASSIVE)");
}

} // namespace goldpan::sql
