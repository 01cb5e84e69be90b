// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MetaHeader: what is known of the row in one line: time, model, latency, logprob, user, id, state. Owned by
// its parent; GUI thread.
#pragma once

#include "core/domain/log_entry.h"
#include "core/domain/review_state.h"

#include <QWidget>

class QLabel;

namespace goldpan::ui {

class ElidedLabel;

class MetaHeader : public QWidget {
    Q_OBJECT

public:
    explicit MetaHeader(QWidget* parent = nullptr);

    void setRow(const LogEntry& entry, ReviewState state, bool lowConfidence);
    void setState(ReviewState state);
    void clear();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshMarks();
    void elideId();
    void fitToFont();

    ElidedLabel* m_facts = nullptr;
    ElidedLabel* m_logprob = nullptr;
    ElidedLabel* m_user = nullptr;
    QLabel* m_id = nullptr;
    QString m_idText;
    QLabel* m_mark = nullptr; ///< the state's shape
    ElidedLabel* m_state = nullptr;
    ReviewState m_reviewState = ReviewState::unreviewed;
    bool m_lowConfidence = false;
};

} // namespace goldpan::ui
