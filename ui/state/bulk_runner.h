// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BulkRunner: one act over many rows at a time, in the worker of long jobs, so that single decisions, drafts
// and the next rows never wait for it. Owned by the window; GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/base/progress.h"
#include "core/review/review_service.h"

namespace goldpan::ui {

class StoreSession;

/// Rows as they stood when the act was chosen; shared with the worker.
using RowIds = std::shared_ptr<const std::vector<RowId>>;

class BulkRunner final : public QObject {
    Q_OBJECT

public:
    using Act = std::function<Result<review::ActOutcome>(review::ReviewService&, std::span<const RowId>,
                                                         const ProgressFn&, std::stop_token)>;
    struct Done {
        Result<review::ActOutcome> outcome; ///< `cancelled` where it was stopped between its chunks
        std::int64_t reached = 0;           ///< rows that were looked at before it ended
        std::int64_t total = 0;             ///< of so many
        bool isNewest = true;               ///< plain undo means this act, not one made while it ran
    };

    explicit BulkRunner(QObject* parent = nullptr);

    /// An act that runs is stopped; nobody is told.
    void setStore(StoreSession* session);
    [[nodiscard]] bool isRunning() const { return m_stop.has_value(); }
    /// Only while none is running.
    void run(RowIds rows, Act act, std::function<void(const Done&)> done);
    void cancel();

Q_SIGNALS:
    void progressed(const goldpan::Progress& progress, qint64 milliseconds);

private:
    StoreSession* m_session = nullptr;
    std::optional<std::stop_source> m_stop;
    QElapsedTimer m_clock;
};

} // namespace goldpan::ui
