// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_writer.h"

#include <utility>

namespace goldpan::ingest {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto kTick = std::chrono::milliseconds(5); // how long an entry waits to be looked at
constexpr std::size_t kWriteBytes = std::size_t{1} << 20;
constexpr std::size_t kMostWaiting = std::size_t{32} << 20; // held in memory until durable
constexpr std::size_t kSettledAtOnce = 256;                 // one lock for so many

} // namespace

Result<std::unique_ptr<LogWriter>> LogWriter::open(LogWriterOptions options, const redact::Redactor& redactor,
                                                   const Clock& clock) {
    auto file = LogFile::open(options.folder, options.rotation, clock, options.onCut);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto origin = LogOrigin::open(options.folder, redactor.rulesHash(), options.users, options.keyChange);
    if (!origin) {
        return std::unexpected(origin.error());
    }
    return std::unique_ptr<LogWriter>(
        new LogWriter(std::move(options), redactor, clock, std::move(*origin), std::move(*file)));
}

LogWriter::LogWriter(LogWriterOptions options, const redact::Redactor& redactor, const Clock& clock,
                     LogOrigin origin, LogFile file)
    : m_options(std::move(options))
    , m_queue(m_options.queue)
    , m_spares(m_options.queue.entries / 8)
    , m_lines(redactor, m_options.users, m_options.policy, m_options.budget)
    , m_clock(clock)
    , m_origin(std::move(origin))
    , m_file(std::move(file))
    , m_synced(SteadyClock::now())
    , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

LogWriter::~LogWriter() {
    (void)close();
}

QueuedEntryPtr LogWriter::prepared(LogEntry entry, bool isRedacted) {
    auto queued = m_spares.take();
    if (queued) {
        queued->entry = std::move(entry);
        queued->slot.state.store(TicketState::queued, std::memory_order_relaxed);
    } else {
        queued = std::make_shared<QueuedEntry>(std::move(entry), m_bell);
    }
    queued->isRedacted = isRedacted;
    queued->isFlagged = isFlagged(queued->entry, m_options.policy);
    return queued;
}

LogTicket LogWriter::ticketOf(const QueuedEntryPtr& entry) {
    return LogTicket(std::shared_ptr<const TicketSlot>(entry, &entry->slot));
}

LogTicket LogWriter::append(LogEntry entry) {
    auto queued = prepared(std::move(entry), false);
    auto ticket = ticketOf(queued);
    return m_queue.offer(std::move(queued)) ? ticket : LogTicket(TicketState::dropped);
}

LogTicket LogWriter::append(store::ImportRow row) {
    auto queued = prepared(std::move(row.entry), true);
    auto ticket = ticketOf(queued);
    return m_queue.offer(std::move(queued)) ? ticket : LogTicket(TicketState::dropped);
}

LogTicket LogWriter::appendWaiting(store::ImportRow row, const std::stop_token& stop) {
    auto queued = prepared(std::move(row.entry), true);
    auto ticket = ticketOf(queued);
    return m_queue.offerWaiting(std::move(queued), stop) ? ticket : LogTicket(TicketState::dropped);
}

Result<void> LogWriter::close() {
    m_queue.close();
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    const std::lock_guard lock(m_mutex);
    return m_counts.failed > 0 && m_trouble ? Result<void>(std::unexpected(*m_trouble)) : Result<void>();
}

void LogWriter::run(const std::stop_token& stop) {
    std::vector<QueuedEntryPtr> batch;
    batch.reserve(m_options.queue.entries);
    for (bool isOpen = true; isOpen;) {
        isOpen = !m_queue.isClosed(); // asked first: what came before the end is taken below
        m_queue.take(batch, kTick);
        for (auto& entry : batch) {
            takeIn(std::move(entry), stop);
        }
        batch.clear();
        tellSettled();
        syncWhereDue(stop, true);
    }
    if (!m_gaveUp && !insist(&LogFile::sync, stop)) {
        giveUp();
    }
    acknowledge();
    tellSettled();
}

void LogWriter::takeIn(QueuedEntryPtr entry, const std::stop_token& stop) {
    const auto line = m_lines.make(std::move(entry->entry), entry->isRedacted, m_keepsEverything);
    entry->entry = {}; // the ticket may live for long
    if (!line) {
        settle(std::move(entry), line.error(),
               line.error() == TicketState::sampledOut ? &LogCounts::sampledOut : &LogCounts::refused);
        return;
    }
    while (!m_gaveUp && !succeeds(put(*line))) {
        if (!pause(stop)) {
            giveUp();
        }
    }
    if (m_gaveUp) {
        settle(std::move(entry), TicketState::failed, &LogCounts::failed);
        return;
    }
    m_unacknowledged.push_back(std::move(entry));
    syncWhereDue(stop, false);
}

Result<void> LogWriter::put(std::string_view line) {
    auto noted = m_origin.note(m_clock); // not before there is a line: who writes none binds nobody to a key
    return noted ? m_file.add(line) : noted;
}

void LogWriter::syncWhereDue(const std::stop_token& stop, bool isEndOfBatch) {
    const auto now = SteadyClock::now();
    const bool isTime = m_options.fsyncEvery && (isEndOfBatch || m_options.fsyncEvery->count() > 0) &&
                        now - m_synced >= *m_options.fsyncEvery;
    bool isDone = true;
    if (isTime || m_file.bytesWaiting() >= kMostWaiting) {
        m_synced = now;
        isDone = insist(&LogFile::sync, stop);
    } else if (isEndOfBatch || m_file.bytesUnwritten() >= kWriteBytes) {
        isDone = insist(&LogFile::write, stop);
    }
    if (!isDone) {
        giveUp();
    }
    acknowledge();
}

/// Notes what the disk says.
bool LogWriter::succeeds(const Result<void>& result) {
    if (result && !m_isInTrouble) {
        return true; // the usual line takes no lock for this
    }
    if (!result && !m_isInTrouble && m_options.onTrouble) {
        m_options.onTrouble(result.error());
    }
    const std::lock_guard lock(m_mutex);
    m_isInTrouble = !result;
    m_trouble = result ? std::nullopt : std::optional(result.error());
    m_counts.diskErrors += m_isInTrouble ? 1 : 0;
    return !m_isInTrouble;
}

/// Until it is done; false where the writer is to end and the disk still refuses.
bool LogWriter::insist(Result<void> (LogFile::*step)(), const std::stop_token& stop) {
    tellSettled(); // the disk may take long
    while (!m_gaveUp && !succeeds((m_file.*step)())) {
        acknowledge(); // a rotation may have made some durable before it failed
        if (!pause(stop)) {
            return false;
        }
        step = &LogFile::sync; // so that what fits is acknowledged
    }
    return true;
}

bool LogWriter::pause(const std::stop_token& stop) {
    tellSettled();
    if (stop.stop_requested()) {
        return false;
    }
    std::unique_lock lock(m_mutex);
    m_stopAsked.wait_for(lock, stop, m_options.retryEvery, [] { return false; });
    return true; // also when asked to stop: there is one last try
}

void LogWriter::acknowledge() {
    auto fresh = m_file.linesDurable() - std::exchange(m_acknowledged, m_file.linesDurable());
    if (fresh == 0) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_counts.written += fresh;
        m_counts.redacted = m_lines.redacted();
        m_files = m_file.files();
    }
    for (; fresh > 0; --fresh) {
        auto& entry = m_unacknowledged.front();
        entry->slot.state.store(TicketState::acknowledged, std::memory_order_release);
        m_spent.push_back(std::move(entry));
        m_unacknowledged.pop_front();
    }
    m_bell->ring();
    m_spares.give(m_spent);
}

/// What becomes of an entry beside the file. Told for many at once: at a small rate nearly all are such.
void LogWriter::settle(QueuedEntryPtr entry, TicketState state, std::int64_t LogCounts::*count) {
    m_settled.emplace_back(std::move(entry), state);
    ++(m_settledCounts.*count);
    if (m_settled.size() >= kSettledAtOnce) {
        tellSettled();
    }
}

void LogWriter::tellSettled() {
    if (m_settled.empty()) {
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_counts.sampledOut += m_settledCounts.sampledOut;
        m_counts.refused += m_settledCounts.refused;
        m_counts.failed += m_settledCounts.failed;
        m_counts.redacted = m_lines.redacted();
    }
    m_settledCounts = {};
    for (auto& [entry, state] : m_settled) {
        entry->slot.state.store(state, std::memory_order_release);
        m_spent.push_back(std::move(entry));
    }
    m_settled.clear();
    m_bell->ring();
    m_spares.give(m_spent);
}

/// At the end, and the disk is still full: what does not fit is in no file, so that whoever gave it may give
/// it again elsewhere.
void LogWriter::giveUp() {
    if (std::exchange(m_gaveUp, true)) {
        return;
    }
    m_file.discardWaiting();
    acknowledge();
    for (auto& entry : m_unacknowledged) {
        settle(std::move(entry), TicketState::failed, &LogCounts::failed);
    }
    m_unacknowledged.clear();
    tellSettled();
}

LogCounts LogWriter::counts() const {
    const std::lock_guard lock(m_mutex);
    auto counts = m_counts;
    const auto queue = m_queue.counts();
    counts.given = queue.given;
    counts.droppedHealthy = queue.droppedHealthy;
    counts.lostFlagged = queue.lostFlagged;
    counts.waiting = counts.given - counts.written - counts.sampledOut - counts.droppedHealthy -
                     counts.lostFlagged - counts.refused - counts.failed;
    return counts;
}

std::optional<Error> LogWriter::trouble() const {
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

std::vector<std::string> LogWriter::files() const {
    const std::lock_guard lock(m_mutex);
    return m_files;
}

} // namespace goldpan::ingest
