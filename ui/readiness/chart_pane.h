// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPane: a chart under its name, with a line that says what is marked in it, also to screen readers, and
// a button that saves it as a picture. Owned by its parent; GUI thread.
#pragma once

#include "core/base/timestamp.h"

#include <QImage>
#include <QWidget>

class QStackedWidget;

namespace goldpan::ui {

class ChartView;
class ElidedLabel;
class EmptyState;
class PaneTitle;

class ChartPane : public QWidget {
    Q_OBJECT

public:
    ChartPane(const char* name, const QString& title, QWidget* parent);

    [[nodiscard]] ChartView& view() { return *m_view; }
    [[nodiscard]] const QString& title() const { return m_title; }
    /// What stands here while there is nothing to draw.
    [[nodiscard]] EmptyState& emptyState() { return *m_empty; }

Q_SIGNALS:
    void filterWanted(const QString& filter);
    void pictureWanted(const QString& title, const QImage& picture);

protected:
    void changeEvent(QEvent* event) override;
    void showChart(bool shown);
    void setLine(const QString& text);
    /// What it does not show, above the line and in pictures of it; "" for nothing.
    void setNote(const QString& text);
    /// All of the chart in words, the note too.
    void setFacts(const QString& text);

private:
    void fitToFont();
    void describe();

    QString m_title;
    QString m_facts;
    ChartView* m_view = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_stack = nullptr;
    ElidedLabel* m_note = nullptr;
    ElidedLabel* m_line = nullptr;
    QWidget* m_save = nullptr;
};

/// A scale that begins at 0: where it ends, and into how many equal steps it falls.
struct NiceScale {
    double end = 1;
    int steps = 1;
};

/// Steps of 1, 2 or 5 times a power of ten, not below `least`, that reach `most`.
[[nodiscard]] NiceScale niceScale(double most, double least);

} // namespace goldpan::ui
