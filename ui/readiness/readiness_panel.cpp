// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/readiness_panel.h"

#include "core/queue/filter_parser.h"
#include "core/readiness/row_filters.h"
#include "ui/common/elided_label.h"
#include "ui/common/empty_state.h"
#include "ui/common/form_parts.h"
#include "ui/common/pane_title.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"
#include "ui/readiness/bar_delegate.h"
#include "ui/readiness/chart_view.h"
#include "ui/readiness/fact_table.h"
#include "ui/readiness/gate_model.h"
#include "ui/readiness/histogram_chart.h"
#include "ui/readiness/sampling_text.h"
#include "ui/readiness/timeline_chart.h"
#include "ui/readiness/trigger_model.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

constexpr std::size_t kModelCharacters = 80;

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ReadinessPanel)
};

QString verdictText(gates::Verdict verdict) {
    switch (verdict) {
    case gates::Verdict::promotable:
        return Words::tr("✓ promotable");
    case gates::Verdict::blocked:
        return Words::tr("✗ blocked");
    case gates::Verdict::incomplete:
        break;
    }
    return Words::tr("? incomplete");
}

} // namespace

ReadinessPanel::ReadinessPanel(QWidget* parent)
    : QWidget(parent)
    , m_triggerModel(new TriggerModel(this))
    , m_gateModel(new GateModel(this))
    , m_title(new ElidedLabel(this))
    , m_status(new ElidedLabel(this))
    , m_close(new QToolButton(this))
    , m_scroll(new QScrollArea(this)) {
    setObjectName(QStringLiteral("readinessPanel"));
    setAccessibleName(tr("Readiness"));
    const int gap = fontMetrics().height() / 3;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * gap, gap, gap, gap);
    column->setSpacing(gap);
    buildHead();
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_status);
    head->addWidget(m_close);
    column->addLayout(head);
    m_scroll->setObjectName(QStringLiteral("readinessScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildContent());
    m_scroll->setBackgroundRole(QPalette::Window);
    column->addWidget(m_scroll, 1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
    clear();
}

void ReadinessPanel::buildHead() {
    m_title->setObjectName(QStringLiteral("readinessTitle"));
    m_title->setWidestHint(40);
    m_status->setObjectName(QStringLiteral("readinessStatus"));
    m_close->setObjectName(QStringLiteral("readinessClose"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    connect(m_close, &QToolButton::clicked, this, &ReadinessPanel::closed);
}

QWidget* ReadinessPanel::buildContent() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    const int gap = fontMetrics().height() / 3;
    column->setContentsMargins(0, 0, 2 * gap, 0);
    column->setSpacing(gap);
    const auto addTitle = [&](const QString& text, QWidget& part) {
        column->addWidget(new PaneTitle(text, part, content));
    };
    m_triggers = named(new FactTable(*m_triggerModel), "triggerTable", tr("What makes a retraining due"));
    m_triggers->setItemDelegateForColumn(TriggerModel::ProgressColumn, new BarDelegate(m_triggers));
    connect(m_triggers, &FactTable::chosen, this, &ReadinessPanel::chooseTrigger);
    addTitle(tr("What makes a retraining due"), *m_triggers);
    column->addWidget(m_triggers);

    m_gates = named(new FactTable(*m_gateModel), "gateTable", tr("Gates of the last candidate"));
    connect(m_gates, &FactTable::chosen, this, &ReadinessPanel::chooseGate);
    addTitle(tr("Gates of the last candidate"), *m_gates);
    m_verdict = hintLabel("gateVerdict", content);
    column->addWidget(m_verdict);
    column->addWidget(m_gates);

    m_timeline = new TimelineChart(content);
    m_histogram = new HistogramChart(content);
    for (ChartPane* chart : {static_cast<ChartPane*>(m_timeline), static_cast<ChartPane*>(m_histogram)}) {
        connect(chart, &ChartPane::filterWanted, this, &ReadinessPanel::filterWanted);
        connect(chart, &ChartPane::pictureWanted, this, &ReadinessPanel::pictureWanted);
        column->addWidget(chart, 1);
    }
    auto* title = new ElidedLabel(content);
    title->setLine(tr("How honest the sample is"));
    column->addWidget(title);
    m_sampling = hintLabel("samplingFacts", content);
    column->addWidget(m_sampling);
    return content;
}

void ReadinessPanel::setReadiness(const ReadinessPtr& readiness) {
    m_readiness = readiness;
    m_error.clear();
    const readiness::Overview& overview = readiness->overview;
    m_triggerModel->setTriggers(overview.triggers, overview.windows);
    showGates();
    m_timeline->setOverview(overview);
    m_histogram->setHistogram(overview.logprobs);
    m_sampling->setText(samplingLines(overview.sampling).join(u'\n'));
    showTitle();
    showEmptyStates();
}

void ReadinessPanel::clear() {
    m_readiness.reset();
    m_error.clear();
    m_reading = false;
    m_triggerModel->setTriggers({}, {});
    m_timeline->setOverview({});
    m_histogram->setHistogram({});
    m_sampling->clear();
    showGates();
    showTitle();
    showEmptyStates();
}

void ReadinessPanel::setReading(bool reading) {
    m_reading = reading;
    showTitle();
}

void ReadinessPanel::setError(const QString& text) {
    m_error = text;
    showTitle();
    showEmptyStates();
}

void ReadinessPanel::setKeys(const QString& toggle, const QString& importing) {
    m_close->setText(tr("Back to the row (%1)", "a key").arg(toggle));
    m_close->setAccessibleName(m_close->text());
    m_importKey = importing;
    showEmptyStates();
}

void ReadinessPanel::showEmptyStates() {
    if (!m_readiness) {
        for (ChartPane* chart : {static_cast<ChartPane*>(m_timeline), static_cast<ChartPane*>(m_histogram)}) {
            chart->emptyState().setContent(m_error.isEmpty() ? tr("Reading…") : tr("This could not be read"),
                                           m_error.isEmpty() ? tr("Every row is looked at.") : m_error);
        }
        return;
    }
    m_timeline->emptyState().setContent(
        tr("No row has a time"), tr("The days of the log stand here once a log with times is imported."),
        m_importKey);
    m_histogram->emptyState().setContent(
        tr("No row has a logprob"),
        tr("How sure the model was stands here once a log with response_logprob is imported."), m_importKey);
}

void ReadinessPanel::showTitle() {
    const bool due = m_readiness && cadence::isDue(m_readiness->overview.triggers);
    m_title->setLine(!m_readiness ? tr("Readiness")
                     : due        ? tr("Readiness: a retraining is due")
                                  : tr("Readiness: no retraining is due yet"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_status->setLine(!m_error.isEmpty() ? tr("⚠ %1").arg(m_error) : m_reading ? tr("reading…") : QString());
    m_status->setColor(m_error.isEmpty() ? toneColor(Tone::muted, palette())
                                         : toneColor(Tone::error, palette()));
}

void ReadinessPanel::showGates() {
    m_gateModel->setGates(m_readiness && m_readiness->gates ? m_readiness->gates->gates
                                                            : std::vector<gates::Gate>());
    m_gates->setVisible(m_gateModel->rowCount() > 0);
    showVerdict();
}

void ReadinessPanel::showVerdict() {
    const auto kept = m_readiness ? m_readiness->overview.gates : std::nullopt;
    QColor color = palette().color(QPalette::WindowText);
    if (!m_readiness) {
        m_verdict->clear();
    } else if (!kept) {
        m_verdict->setText(tr("No gate was asked yet. goldpan-cli gate holds the evaluation of a new model "
                              "against the one before, and keeps the verdict here."));
    } else {
        const QString who = tr("%1, %2 UTC, asked by %3", "a model, a time, a person")
                                .arg(kept->model.empty() ? tr("a model without a name")
                                                         : visibleLine(kept->model, kModelCharacters),
                                     timeText(kept->at), visibleLine(kept->operatorName, kModelCharacters));
        if (m_readiness->gates) {
            const gates::Verdict verdict = m_readiness->gates->verdict;
            m_verdict->setText(tr("%1: %2", "a verdict, whose").arg(verdictText(verdict), who));
            color = toneColor(verdict == gates::Verdict::promotable ? Tone::ok
                              : verdict == gates::Verdict::blocked  ? Tone::error
                                                                    : Tone::warning,
                              palette());
        } else {
            m_verdict->setText(tr("The report of the gates cannot be read: %1").arg(who));
            color = toneColor(Tone::warning, palette());
        }
    }
    QPalette said = m_verdict->palette();
    said.setColor(QPalette::WindowText, color);
    m_verdict->setPalette(said);
}

void ReadinessPanel::chooseTrigger(int row) {
    const auto filter = readiness::triggerFilter(m_readiness->overview, static_cast<std::size_t>(row));
    if (filter) {
        Q_EMIT filterWanted(toQString(*filter));
    }
}

void ReadinessPanel::chooseGate() {
    const std::string& model = m_readiness->overview.gates->model;
    if (!model.empty()) { // what the candidate has answered so far
        const queue::Filter filter{queue::Filter::Kind::term, {}, queue::ModelTerm{model}};
        Q_EMIT filterWanted(toQString(queue::filterToText(filter)));
    }
}

std::vector<QWidget*> ReadinessPanel::stops() const {
    return {m_triggers, m_gates, &m_timeline->view(), &m_histogram->view()};
}

void ReadinessPanel::takeFocus() {
    (m_lastFocus != nullptr && m_lastFocus->isVisible() ? m_lastFocus.data() : m_triggers)->setFocus();
}

void ReadinessPanel::followFocus(QWidget* now) {
    if (now != nullptr && m_scroll->widget()->isAncestorOf(now)) {
        m_lastFocus = now;
        m_scroll->ensureWidgetVisible(now, 0, fontMetrics().height() * 2); // its name too
    }
}

bool ReadinessPanel::event(QEvent* event) {
    const bool press = event->type() == QEvent::KeyPress;
    if (press || event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            key->accept();
            if (press) {
                Q_EMIT closed();
            }
            return true;
        }
    }
    return QWidget::event(event);
}

void ReadinessPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showTitle();
        showVerdict(); // the lines of the tables look their colours up
    }
}

} // namespace goldpan::ui
