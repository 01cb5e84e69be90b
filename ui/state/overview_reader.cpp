// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/overview_reader.h"

#include "core/exporting/export_service.h"
#include "core/gates/report_json.h"
#include "ui/async/store_worker.h"
#include "ui/state/store_session.h"

#include <algorithm>
#include <utility>

namespace goldpan::ui {
namespace {

Result<ReadinessPtr> readAll(StoreWorker::Job& job, const Backend& backend) {
    const auto redactor = job.redactor();
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    const readiness::ExportRows exported = [&](const std::function<void(const store::EntryRecord&)>& sink) {
        return exporting::ExportService(job.store, **redactor, backend.clock)
            // What is not corrected is never exported: without it the scan reads most texts for nothing.
            .eachRow({.filterText = "state:corrected"}, sink, {}, job.stop);
    };
    auto overview = readiness::readOverview(job.store, exported, backend.clock.now(), job.stop);
    if (!overview) {
        return std::unexpected(overview.error());
    }
    auto out = std::make_shared<Readiness>();
    out->overview = std::move(*overview);
    if (out->overview.gates) {
        out->gates = gates::reportFromText(out->overview.gates->report);
    }
    return out;
}

} // namespace

OverviewReader::OverviewReader(QObject* parent)
    : QObject(parent) {
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false)) {
            start();
        }
    });
    m_old.setSingleShot(true);
    connect(&m_old, &QTimer::timeout, this, &OverviewReader::readSoon);
}

OverviewReader::~OverviewReader() = default;

void OverviewReader::setStore(StoreSession* session) {
    m_worker.reset(); // stops what it reads
    m_running.reset();
    m_rest.stop();
    m_old.stop();
    m_again = false;
    m_watched = false;
    m_session = session;
}

void OverviewReader::setWatched(bool watched) {
    m_watched = watched;
    if (watched) {
        m_rest.stop(); // who asks to see it does not wait for a rest
        start();
    } else if (m_running) {
        m_worker->cancel(*m_running);
    }
}

void OverviewReader::readSoon() {
    start();
}

void OverviewReader::start() {
    if (m_session == nullptr || !m_watched) {
        return;
    }
    if (m_running || m_rest.isActive()) {
        m_again = true;
        return;
    }
    if (m_worker == nullptr) {
        m_worker = std::make_unique<StoreWorker>(
            QStringLiteral("readiness"),
            [open = m_session->backend().open](const std::string& path) { return open(path, {}); },
            m_session->path(), StoreWorker::AtEnd::drop, ThreadRank::background);
    }
    m_again = false;
    m_clock.start();
    m_running = m_worker->run<ReadinessPtr>(
        Lane::ordered, this,
        [&backend = m_session->backend()](StoreWorker::Job& job) { return readAll(job, backend); },
        [this](Result<ReadinessPtr> readiness) { finish(std::move(readiness)); });
    Q_EMIT started();
}

void OverviewReader::finish(Result<ReadinessPtr> readiness) {
    m_running.reset();
    const bool isBrokenOff = !readiness && readiness.error().code == ErrorCode::cancelled;
    if (!isBrokenOff) {
        // What took long is not begun again at once: three quarters of the time nothing is read.
        m_rest.start(std::clamp(std::chrono::milliseconds(3 * m_clock.elapsed()), m_pace.shortestRest,
                                m_pace.longestRest));
        m_old.start(m_pace.old);
        m_again = m_again || !readiness;
    } else if (m_watched) {
        m_again = false;
        start(); // somebody looks again since it was broken off
    }
    if (readiness) {
        Q_EMIT read(*readiness);
    } else if (!isBrokenOff) {
        Q_EMIT failed(readiness.error());
    }
}

} // namespace goldpan::ui
