// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/index_keeper.h"

#include "ui/state/store_session.h"

namespace goldpan::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kRest = 20ms; // between two transactions of a few milliseconds
constexpr qint64 kProgressEveryMs = 200;
constexpr std::int64_t kManyRows = 10'000; // from one look to the next: an import, no log that is followed

} // namespace

IndexKeeper::IndexKeeper(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(patience);
    connect(&m_soon, &QTimer::timeout, this, &IndexKeeper::build);
}

void IndexKeeper::setStore(StoreSession* session) {
    m_session = session;
    m_status = {};
    m_build.reset(); // its answer does not come: its worker goes with the session
    m_givenUp = false;
    m_soon.stop();
}

void IndexKeeper::look(const store::IndexStatus& status) {
    if (m_session == nullptr) {
        return;
    }
    // Another program's import is let end first, as one of the window is.
    const bool comeIn = m_status.rows > 0 && status.rows - m_status.rows >= kManyRows;
    show(status);
    if (status.state == store::IndexState::ready || m_build || m_held || m_givenUp) {
        return;
    }
    if (comeIn || !m_soon.isActive()) {
        m_soon.start();
    }
}

void IndexKeeper::hold(bool held) {
    m_held = held;
    if (held) {
        m_soon.stop();
        if (m_build) {
            m_session->indexer.cancel(*m_build);
        }
    } else if (m_session != nullptr) {
        look(m_status);
    }
}

void IndexKeeper::build() {
    Q_EMIT buildingChanged(true); // before its first commit
    m_build = m_session->indexer.run<store::IndexReport>(
        Lane::ordered, this,
        [this](StoreWorker::Job& job) {
            QElapsedTimer last;
            const auto progress = [&](const Progress& done) {
                if (!last.isValid() || last.elapsed() >= kProgressEveryMs) {
                    last.start();
                    // Ready is said by end() alone: until then the worker is still at it.
                    job.post([this, done] { show({store::IndexState::building, done.done, done.total}); });
                }
            };
            return job.store.searchIndex().build({.rest = kRest}, progress, job.stop);
        },
        [this](Result<store::IndexReport> report) { end(report); });
}

void IndexKeeper::end(const Result<store::IndexReport>& report) {
    m_build.reset();
    Q_EMIT buildingChanged(false);
    if (report) {
        show({store::IndexState::ready, m_status.rows, m_status.rows}); // the next look knows of newer rows
        return;
    }
    const ErrorCode code = report.error().code;
    if (code == ErrorCode::cancelled || code == ErrorCode::busy) {
        look(m_status);
        return;
    }
    m_givenUp = true;
    if (code != ErrorCode::refused) { // somebody dropped it, and meant it
        Q_EMIT failed(report.error());
    }
}

void IndexKeeper::show(const store::IndexStatus& status) {
    m_status = status;
    Q_EMIT changed(status);
}

} // namespace goldpan::ui
