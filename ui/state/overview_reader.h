// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OverviewReader: reads the overview of readiness while somebody looks at it. All rows are read for it, so it
// has a worker of its own, reads one at a time, and rests. What could not be read is tried again after the
// rest; what was read is read again in time, because days pass. Owned by the window; GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/gates/gate_report.h"
#include "core/readiness/overview.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace goldpan::ui {

class StoreSession;
class StoreWorker;

struct Readiness {
    readiness::Overview overview;
    std::optional<gates::GateReport> gates; ///< none also where what the store keeps is no report
};

using ReadinessPtr = std::shared_ptr<const Readiness>;

class OverviewReader final : public QObject {
    Q_OBJECT

public:
    struct Pace {
        std::chrono::milliseconds shortestRest{3'000};
        std::chrono::milliseconds longestRest{60'000};
        std::chrono::milliseconds old{3'600'000}; ///< then it is read again, whatever has changed
    };

    explicit OverviewReader(QObject* parent = nullptr);
    ~OverviewReader() override;

    void setPace(const Pace& pace) { m_pace = pace; }
    /// What is read of the store before never arrives.
    void setStore(StoreSession* session);
    /// Somebody looks: reads at once. Nobody does: what is being read is broken off.
    void setWatched(bool watched);
    /// Something has changed: reads again, after a rest, where somebody looks.
    void readSoon();
    [[nodiscard]] bool isReading() const { return m_running.has_value(); }

Q_SIGNALS:
    void started();
    void read(const goldpan::ui::ReadinessPtr& readiness);
    void failed(const goldpan::Error& error);

private:
    void start();
    void finish(Result<ReadinessPtr> readiness);

    StoreSession* m_session = nullptr;
    std::unique_ptr<StoreWorker> m_worker; ///< of this store; made when it is first looked at
    std::optional<std::stop_source> m_running;
    QElapsedTimer m_clock;
    Pace m_pace;
    QTimer m_rest;
    QTimer m_old;
    bool m_watched = false;
    bool m_again = false;
};

} // namespace goldpan::ui
