// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ActRunner: sends acts to the writer, in order, marks their rows in the queue while they are on their way,
// and reads each row back. Owned by the review session; GUI thread.
#pragma once

#include <QObject>
#include <functional>
#include <optional>
#include <unordered_map>

#include "core/review/review_service.h"
#include "ui/state/row_detail.h"

namespace goldpan::ui {

class QueueModel;
class StoreSession;

class ActRunner final : public QObject {
    Q_OBJECT

public:
    struct Done {
        review::ActOutcome outcome;
        RowDetailPtr detail; ///< none where the row cannot be read back: the act is done all the same
    };
    struct TakenBack {
        review::UndoOutcome outcome;
        /// The act to take back is on so many rows that it wants progress and Cancel: nothing was done yet.
        std::optional<ActId> longAct;
    };
    using Act = std::function<Result<review::ActOutcome>(review::ReviewService&)>;

    explicit ActRunner(QueueModel& rows, QObject* parent = nullptr);

    /// Acts that are on their way still happen, but nobody is told of them.
    void setStore(StoreSession* session);
    [[nodiscard]] bool isIdle() const { return m_underWay == 0; }

    /// The queue shows `pending` as the row's state until `done` is called.
    void run(RowId row, std::optional<ReviewState> pending, Act act,
             std::function<void(const Result<Done>&)> done);
    /// Undoes the operator's last act, or does it again.
    void takeBack(bool again, std::function<void(const Result<TakenBack>&)> done);

private:
    void settle(RowId row);

    QueueModel& m_rows;
    StoreSession* m_session = nullptr;
    int m_underWay = 0;
    std::unordered_map<RowId, int> m_underWayOn;
};

} // namespace goldpan::ui
