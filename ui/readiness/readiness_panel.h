// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadinessPanel (`readinessPanel`): how far the store is from the next model: triggers, the gates of the
// last candidate, the log over time, its logprobs, and how honest its sample is. Owned by its parent; GUI
// thread.
#pragma once

#include "core/base/result.h"
#include "ui/state/overview_reader.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;

namespace goldpan::ui {

class ElidedLabel;
class FactTable;
class GateModel;
class HistogramChart;
class TimelineChart;
class TriggerModel;

class ReadinessPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReadinessPanel(QWidget* parent = nullptr);

    void setReadiness(const ReadinessPtr& readiness);
    /// Nothing of another store is left.
    void clear();
    /// What was shown stays meanwhile.
    void setReading(bool reading);
    void setError(const QString& text);
    /// The key that closes the panel, as sentences name it; others for what is missing.
    void setKeys(const QString& toggle, const QString& importing);
    /// The part that had the focus last, the triggers at first.
    void takeFocus();
    /// The parts that F6 goes to, from above.
    [[nodiscard]] std::vector<QWidget*> stops() const;

Q_SIGNALS:
    void filterWanted(const QString& filter);
    void pictureWanted(const QString& title, const QImage& picture);
    void closed(); ///< Esc, or the button

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildHead();
    QWidget* buildContent();
    void showTitle();
    void showGates();
    void showVerdict();
    void showEmptyStates();
    void chooseTrigger(int row);
    void chooseGate();
    void followFocus(QWidget* now);

    ReadinessPtr m_readiness;
    bool m_reading = false;
    QString m_error;
    QString m_importKey;
    TriggerModel* m_triggerModel = nullptr;
    GateModel* m_gateModel = nullptr;
    QPointer<QWidget> m_lastFocus;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_status = nullptr;
    QToolButton* m_close = nullptr;
    QScrollArea* m_scroll = nullptr;
    FactTable* m_triggers = nullptr;
    QLabel* m_verdict = nullptr;
    FactTable* m_gates = nullptr;
    TimelineChart* m_timeline = nullptr;
    HistogramChart* m_histogram = nullptr;
    QLabel* m_sampling = nullptr;
};

} // namespace goldpan::ui
