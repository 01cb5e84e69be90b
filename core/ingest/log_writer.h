// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogWriter: the log of an endpoint, from its request path to the disk. append() never waits: a bounded queue
// takes the entry, and a thread of the writer's redacts, samples and writes it. Any thread may append; the
// writer owns its thread, and closes itself when it goes.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/policy.h"
#include "core/ingest/log_file.h"
#include "core/ingest/log_line_maker.h"
#include "core/ingest/log_origin.h"
#include "core/ingest/log_queue.h"
#include "core/ingest/spare_entries.h"
#include "core/store/importer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace goldpan::ingest {

struct LogWriterOptions {
    std::string folder; ///< made where there is none
    sampling::SamplingBudget budget{.rate = 1};
    Policy policy; ///< what low confidence is
    redact::UserKey users;
    redact::KeyChange keyChange = redact::KeyChange::refused; ///< where the folder's lines had another key
    QueueLimits queue;
    RotationRule rotation;
    /// The longest time for which a written line may wait to be durable; 0: each batch. None: only at the end
    /// of a file, and before more than 32 MiB wait.
    std::optional<std::chrono::milliseconds> fsyncEvery = std::chrono::milliseconds(100);
    std::chrono::milliseconds retryEvery = std::chrono::milliseconds(200); ///< after the disk refused
    /// Called on the writer's thread when the disk begins to refuse; may be empty.
    std::function<void(const Error&)> onTrouble = {};
    /// Called by open(), or on the writer's thread where somebody puts another file in the log's place; may
    /// be empty.
    CutListener onCut = {};
};

/// given = written + sampledOut + droppedHealthy + lostFlagged + refused + failed + waiting.
struct LogCounts {
    std::int64_t given = 0;
    std::int64_t written = 0; ///< acknowledged: in the log, and durable
    std::int64_t sampledOut = 0;
    std::int64_t droppedHealthy = 0;
    std::int64_t lostFlagged = 0;
    std::int64_t refused = 0; ///< what an import would quarantine
    std::int64_t failed = 0;  ///< the disk refused them up to the end
    std::int64_t waiting = 0;
    std::int64_t diskErrors = 0; ///< refusals of the disk, each retried
    redact::RedactionCounts redacted;
};

class LogWriter {
public:
    /// `redactor` and `clock` must outlive the writer; the clock is asked here and on the writer's thread.
    /// `busy` where another writer has the folder, `refused` where its lines were hashed with another key.
    [[nodiscard]] static Result<std::unique_ptr<LogWriter>>
    open(LogWriterOptions options, const redact::Redactor& redactor, const Clock& clock);
    ~LogWriter();
    LogWriter(const LogWriter&) = delete;
    LogWriter& operator=(const LogWriter&) = delete;

    /// Texts as they came, not redacted. `userIdHash` is a hash already: what is 16 to 64 hex digits is
    /// written as it is, so a raw id is given as `users.hashRaw(id)`. Returns at once.
    LogTicket append(LogEntry entry);
    /// From a decoder, so redacted already.
    LogTicket append(store::ImportRow row);
    /// Waits for room, which a pipe may do, until `stop` asks; then it is `dropped` and not counted as given.
    LogTicket appendWaiting(store::ImportRow row, const std::stop_token& stop);

    /// While a drift window is open and not trained on, the budget leaves nothing out.
    void keepEverything(bool keep) { m_keepsEverything = keep; }

    /// Writes what is queued, makes it durable and ends; nothing is taken in from here on. The disk's error
    /// where entries failed. Any number of times.
    Result<void> close();

    [[nodiscard]] LogCounts counts() const;
    /// Why the disk does not take anything just now; entries wait and are tried again.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// Paths that were written to, the current one last.
    [[nodiscard]] std::vector<std::string> files() const;

private:
    LogWriter(LogWriterOptions options, const redact::Redactor& redactor, const Clock& clock,
              LogOrigin origin, LogFile file);
    [[nodiscard]] QueuedEntryPtr prepared(LogEntry entry, bool isRedacted);
    [[nodiscard]] static LogTicket ticketOf(const QueuedEntryPtr& entry);

    void run(const std::stop_token& stop);
    void takeIn(QueuedEntryPtr entry, const std::stop_token& stop);
    [[nodiscard]] Result<void> put(std::string_view line);
    void syncWhereDue(const std::stop_token& stop, bool isEndOfBatch);
    [[nodiscard]] bool succeeds(const Result<void>& result);
    [[nodiscard]] bool insist(Result<void> (LogFile::*step)(), const std::stop_token& stop);
    [[nodiscard]] bool pause(const std::stop_token& stop);
    void acknowledge();
    void settle(QueuedEntryPtr entry, TicketState state, std::int64_t LogCounts::*count);
    void tellSettled();
    void giveUp();

    const LogWriterOptions m_options;
    std::shared_ptr<TicketBell> m_bell = std::make_shared<TicketBell>();
    LogQueue m_queue;
    SpareEntries m_spares;
    std::atomic<bool> m_keepsEverything = false;

    // The writing thread's.
    LogLineMaker m_lines;
    const Clock& m_clock;
    LogOrigin m_origin;
    LogFile m_file;
    std::deque<QueuedEntryPtr> m_unacknowledged;                   ///< in the order of the file
    std::vector<std::pair<QueuedEntryPtr, TicketState>> m_settled; ///< beside the file, not told yet
    LogCounts m_settledCounts;                                     ///< of those
    std::vector<QueuedEntryPtr> m_spent;
    std::chrono::steady_clock::time_point m_synced;
    std::int64_t m_acknowledged = 0;
    bool m_isInTrouble = false;
    bool m_gaveUp = false;

    mutable std::mutex m_mutex; ///< guards the next four
    std::condition_variable_any m_stopAsked;
    LogCounts m_counts; ///< but for what the queue counts
    std::optional<Error> m_trouble;
    std::vector<std::string> m_files;

    std::jthread m_thread; ///< last: joined before what it uses goes
};

} // namespace goldpan::ingest
