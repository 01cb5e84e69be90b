// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/store_watch.h"

#include "core/exporting/export_service.h"
#include "core/queue/filter_parser.h"
#include "core/store/entry_reader.h"
#include "core/store/event_reader.h"
#include "core/store/queue_reader.h"
#include "core/store/saved_queues.h"
#include "ui/common/text_bridge.h"
#include "ui/state/store_session.h"
#include "ui/state/work_rate.h"

#include <QElapsedTimer>
#include <algorithm>
#include <chrono>

namespace goldpan::ui {

using namespace std::chrono_literals;

namespace {

constexpr qint64 kLongestRestMs = 60'000;
constexpr qint64 kLongestRestOfFiguresMs = 10'000;
constexpr std::int64_t kMicrosPerDay = 24 * 3'600'000'000;

/// What took long is not begun again at once: three quarters of the time nothing is read.
void restAfter(const QElapsedTimer& work, qint64 longest, QTimer& rest) {
    rest.start(static_cast<int>(std::min(3 * work.elapsed(), longest)));
}

QStringList texts(const Result<std::vector<std::string>>& names) {
    QStringList out;
    for (const std::string& name : names.value_or(std::vector<std::string>())) {
        out << toQString(name);
    }
    return out;
}

Result<std::optional<DriftProgress>> readDrift(StoreWorker::Job& job, const Backend& backend) {
    auto windows = job.store.events().driftWindows();
    if (!windows) {
        return std::unexpected(windows.error());
    }
    if (windows->empty()) {
        return std::nullopt;
    }
    const auto policy = job.store.upkeep().policy();
    if (!policy) {
        return std::unexpected(policy.error());
    }
    DriftProgress out{.number = std::ssize(*windows),
                      .wanted = policy->driftMinRows,
                      .trainedOn = windows->back().trainedOn};
    if (out.trainedOn) {
        return out; // closed: nobody waits for its rows
    }
    // Those that an export would take, as the readiness view counts them; but this is asked after every
    // decision, so no more of them are read than it takes.
    std::stop_source enough;
    const std::stop_callback stopped(job.stop, [&enough] { enough.request_stop(); });
    const auto take = [&out, &enough](const store::EntryRecord&) {
        if (out.corrected < out.wanted) {
            ++out.corrected;
            if (out.corrected == out.wanted) {
                enough.request_stop();
            }
        }
    };
    const auto redactor = job.redactor();
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    const auto counted = exporting::ExportService(job.store, **redactor, backend.clock)
                             .eachRow({.filterText = "state:corrected drift:" + std::to_string(out.number)},
                                      take, {}, enough.get_token());
    if (!counted && (out.corrected < out.wanted || job.stop.stop_requested())) {
        return std::unexpected(counted.error());
    }
    return out;
}

Result<Figures> readFigures(StoreWorker::Job& job, const Backend& backend, const std::string& operatorName) {
    Figures out;
    auto stats = job.store.upkeep().stats();
    if (!stats) {
        return std::unexpected(stats.error());
    }
    out.stats = std::move(*stats);
    for (std::size_t at = 0; at < kPresets.size(); ++at) {
        if (*kPresets[at].filter == '\0') {
            out.presets[at] = out.stats.rows; // the same moment as the states, so that they add up
            continue;
        }
        auto filter = queue::filterFromText(kPresets[at].filter);
        auto rows = filter ? job.store.queue().count(*filter, job.stop)
                           : Result<std::int64_t>(std::unexpected(filter.error()));
        if (!rows) {
            return std::unexpected(rows.error());
        }
        out.presets[at] = *rows;
    }
    const Timestamp now = backend.clock.now();
    const Timestamp today{now.micros - now.micros % kMicrosPerDay};
    out.correctedToday = job.store.entries().correctedSince(operatorName, today).value_or(0);
    out.recentDecisions = job.store.entries()
                              .recentDecisions(operatorName, {now.micros - kStretchMicros})
                              .value_or(std::vector<Timestamp>());
    auto drift = readDrift(job, backend);
    if (!drift) {
        return std::unexpected(drift.error());
    }
    out.drift = *drift;
    // For completion only: where they cannot be read nothing is offered.
    out.names.tags = texts(job.store.queue().tagNames());
    out.names.models = texts(job.store.queue().modelNames());
    out.names.operators = texts(job.store.queue().operatorNames());
    if (auto saved = job.store.savedQueues().list()) {
        out.savedQueues = std::move(*saved);
    }
    return out;
}

} // namespace

StoreWatch::StoreWatch(QObject* parent)
    : QObject(parent) {
    m_poll.setInterval(1s);
    connect(&m_poll, &QTimer::timeout, this, &StoreWatch::poll);
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &StoreWatch::count);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_again) {
            count();
        }
    });
    m_savedRest.setSingleShot(true);
    connect(&m_savedRest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_savedAgain, false)) {
            countSaved();
        }
    });
}

void StoreWatch::setStore(StoreSession* session) {
    m_session = session;
    m_last.reset();
    m_figures.reset();
    m_looking = false;
    m_indexing = false;
    m_counting = false;
    m_countingSaved = false;
    m_savedAgain = false;
    m_savedRest.stop();
    m_again = false;
    m_rest.stop();
    m_failedBefore = false;
    m_markSeen = true;
    noteInPlace();
    if (session == nullptr) {
        m_poll.stop();
        m_soon.stop();
        return;
    }
    m_poll.start();
    poll();
    count();
}

void StoreWatch::markSeen() {
    m_markSeen = true;
    poll();
}

void StoreWatch::countSoon() {
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void StoreWatch::countForOthers() {
    if (m_counting || m_rest.isActive()) {
        m_again = true;
    } else {
        countSoon();
    }
}

void StoreWatch::setIndexing(bool indexing) {
    m_indexing = indexing;
}

void StoreWatch::setSavedQueues(std::vector<store::SavedQueue> queues) {
    m_written = std::move(queues);
    ++m_writtenGeneration;
    countSoon();
}

void StoreWatch::poll() {
    if (m_session == nullptr || m_looking) {
        return;
    }
    m_looking = true;
    m_session->counter.run<Look>(
        Lane::ordered, this,
        [](StoreWorker::Job& job) -> Result<Look> {
            auto version = job.store.queue().dataVersion();
            auto newest = job.store.queue().newestRow();
            if (!version || !newest) {
                return std::unexpected(version ? newest.error() : version.error());
            }
            const auto act = job.store.entries().history({}, 1);
            if (!act) {
                return std::unexpected(act.error());
            }
            return Look{*version, *newest, act->empty() ? ActId{} : act->front().act.id};
        },
        [this, indexing = m_indexing](Result<Look> look) {
            m_looking = false;
            if (!look) {
                if (look.error().code == ErrorCode::notFound && !std::exchange(m_missing, true)) {
                    Q_EMIT missing(look.error());
                }
                return; // the next look may do better; whoever reads rows tells the operator
            }
            noteInPlace();
            if (m_last && (indexing || m_indexing)) {
                look->version = m_last->version; // the first look after it sees the difference
            }
            const bool differs = m_last && (m_last->version != look->version ||
                                            m_last->newest != look->newest || m_last->act != look->act);
            m_last = *look;
            if (std::exchange(m_markSeen, false)) {
                m_seen = look->newest;
            }
            if (differs) {
                Q_EMIT changed(look->newest.value - m_seen.value);
                countForOthers();
            }
        });
}

void StoreWatch::noteInPlace() {
    if (std::exchange(m_missing, false)) {
        Q_EMIT inPlace();
    }
}

void StoreWatch::count() {
    if (m_session == nullptr) {
        return;
    }
    if (m_counting) {
        countSoon(); // after this one
        return;
    }
    m_counting = true;
    m_again = false;
    QElapsedTimer clock;
    clock.start();
    m_session->counter.run<Figures>(
        Lane::ordered, this,
        // The name changes on this thread, the rest never.
        [&backend = m_session->backend(), who = m_session->backend().operatorName](StoreWorker::Job& job) {
            return readFigures(job, backend, who);
        },
        [this, clock, generation = m_writtenGeneration](Result<Figures> figures) {
            m_counting = false;
            restAfter(clock, kLongestRestOfFiguresMs, m_rest);
            if (figures && generation != m_writtenGeneration) {
                figures->savedQueues = m_written;
            }
            const bool failedBefore = std::exchange(m_failedBefore, !figures);
            if (figures) {
                m_figures = *figures;
                Q_EMIT counted(*figures);
                countSaved();
            } else if (!failedBefore) {
                Q_EMIT failed(figures.error());
            }
        });
}

void StoreWatch::countSaved() {
    if (m_countingSaved || m_savedRest.isActive()) {
        m_savedAgain = true;
        return;
    }
    if (m_session == nullptr || !m_figures || m_figures->savedQueues.empty()) {
        return;
    }
    m_countingSaved = true;
    QElapsedTimer clock;
    clock.start();
    m_session->tallies.run<std::vector<SavedCount>>(
        Lane::ordered, this,
        [queues = m_figures->savedQueues](StoreWorker::Job& job) -> Result<std::vector<SavedCount>> {
            std::vector<SavedCount> out;
            for (const store::SavedQueue& queue : queues) {
                auto filter = queue::filterFromText(queue.filter);
                auto rows = filter ? job.store.queue().count(*filter, job.stop)
                                   : Result<std::int64_t>(std::unexpected(filter.error()));
                out.push_back({queue, rows ? std::optional(*rows) : std::nullopt});
            }
            return out;
        },
        [this, clock](Result<std::vector<SavedCount>> counts) {
            m_countingSaved = false;
            restAfter(clock, kLongestRestMs, m_savedRest);
            // The list may be another by now; its counts come next.
            if (counts && m_figures &&
                std::ranges::equal(*counts, m_figures->savedQueues, {}, &SavedCount::queue)) {
                Q_EMIT savedCounted(*counts);
            }
        });
}

} // namespace goldpan::ui
