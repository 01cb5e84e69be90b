// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/chart_pane.h"

#include "ui/common/elided_label.h"
#include "ui/common/empty_state.h"
#include "ui/common/form_parts.h"
#include "ui/common/pane_title.h"
#include "ui/readiness/chart_view.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace goldpan::ui {
namespace {

constexpr int kLinesHigh = 16; ///< of text: what a chart needs to be read
constexpr double kMostSteps = 5;

} // namespace

ChartPane::ChartPane(const char* name, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_view(named(new ChartView, name, title))
    , m_empty(new EmptyState)
    , m_stack(new QStackedWidget)
    , m_note(new ElidedLabel)
    , m_line(new ElidedLabel) {
    for (QLabel* label : m_empty->findChildren<QLabel*>()) { // the queue has one of its own
        label->setObjectName(QString::fromLatin1(name) + u'-' + label->objectName());
    }
    auto* save = new QToolButton;
    save->setText(tr("Save picture…"));
    save->setObjectName(QString::fromLatin1(name) + QLatin1String("Save"));
    save->setAccessibleName(tr("Save picture: %1", "the name of a chart").arg(title));
    save->setAutoRaise(true);
    save->setFocusPolicy(Qt::TabFocus);
    connect(save, &QToolButton::clicked, this,
            [this] { Q_EMIT pictureWanted(m_title, m_view->picture(m_title, m_note->text())); });
    m_save = save;
    m_note->setObjectName(QString::fromLatin1(name) + QLatin1String("Note"));
    m_note->setWidestHint(20);
    m_note->hide();
    m_line->setObjectName(QString::fromLatin1(name) + QLatin1String("Line"));
    m_line->setWidestHint(20);

    auto* head = new QHBoxLayout;
    head->addWidget(new PaneTitle(title, *m_view, this), 1);
    head->addWidget(save);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    for (QWidget* page : {static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_empty)}) {
        page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // the stack says how high they are
    }
    fitToFont();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 6);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_note);
    column->addWidget(m_line);
    showChart(false);
}

void ChartPane::fitToFont() {
    m_stack->setMinimumHeight(fontMetrics().height() * kLinesHigh);
}

void ChartPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitToFont();
    }
}

void ChartPane::showChart(bool shown) {
    m_stack->setCurrentIndex(shown ? 0 : 1);
    m_save->setEnabled(shown);
    if (!shown) {
        setLine({});
    }
}

void ChartPane::setLine(const QString& text) {
    m_line->setLine(text);
    describe();
}

void ChartPane::setNote(const QString& text) {
    m_note->setLine(text);
    m_note->setVisible(!text.isEmpty());
}

void ChartPane::setFacts(const QString& text) {
    m_facts = text;
    describe();
}

void ChartPane::describe() {
    // What is marked first: who goes from day to day hears it at once.
    QStringList parts{m_line->text(), m_facts};
    parts.removeAll(QString());
    const QString text = parts.join(QLatin1String("; "));
    if (text != m_view->accessibleDescription()) {
        m_view->setAccessibleDescription(text);
        QAccessibleEvent changed(m_view, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
}

NiceScale niceScale(double most, double least) {
    if (!(most > 0) || !std::isfinite(most)) {
        return {.end = least, .steps = 1};
    }
    double step = std::max(least, std::pow(10.0, std::floor(std::log10(most / kMostSteps))));
    for (int grown = 0; most / step > kMostSteps; ++grown) {
        step *= grown % 3 == 1 ? 2.5 : 2; // 1, 2, 5, 10
    }
    const double steps = std::max(1.0, std::ceil(most / step));
    return {.end = steps * step, .steps = static_cast<int>(steps)};
}

} // namespace goldpan::ui
