// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panes.h"

#include "ui/common/elided_label.h"
#include "ui/common/focus_ring.h"
#include "ui/common/key_sheet.h"
#include "ui/common/notice_bar.h"
#include "ui/common/pane_title.h"
#include "ui/common/steady_box.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"
#include "ui/detail/history_panel.h"
#include "ui/detail/meta_header.h"
#include "ui/detail/response_view.h"
#include "ui/detail/state_line.h"
#include "ui/detail/tag_strip.h"
#include "ui/detail/transcript_view.h"
#include "ui/help/guide_view.h"
#include "ui/queue/filter_bar.h"
#include "ui/queue/preset_bar.h"
#include "ui/queue/queue_view.h"
#include "ui/readiness/readiness_panel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

constexpr int kStatusCharacters = 140; ///< all states of a store with millions of rows

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::Panes)
};

struct Titled {
    QWidget* box = nullptr;
    PaneTitle* title = nullptr;
};

/// A text view under its name.
Titled titled(const QString& name, QWidget* view, QWidget* below = nullptr, QWidget* beside = nullptr) {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(box->fontMetrics().height() / 6);
    auto* head = new QHBoxLayout;
    auto* title = new PaneTitle(name, *view, box);
    title->setMargin(box->fontMetrics().height() / 8); // room for what stands beside it
    head->addWidget(title, 1);
    if (beside != nullptr) {
        head->addWidget(beside);
    }
    layout->addLayout(head);
    layout->addWidget(view, 1);
    if (below != nullptr) {
        layout->addWidget(below);
    }
    return {box, title};
}

QWidget* buildTop(Panes& panes) {
    auto* top = new QWidget;
    auto* layout = new QVBoxLayout(top);
    const int gap = top->fontMetrics().height() / 3;
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    panes.presets = new PresetBar;
    panes.filter = new FilterBar;
    panes.filter->setTextMargins(0, gap / 2, 0, gap / 2);
    panes.resultInfo = new ElidedLabel;
    panes.resultInfo->setObjectName(QStringLiteral("resultInfo"));
    auto* line = new QHBoxLayout;
    line->addWidget(panes.filter, 3);
    panes.filterMistake = new ElidedLabel;
    panes.filterMistake->setObjectName(QStringLiteral("filterMistake"));
    panes.filterMistake->hide();
    line->addWidget(panes.resultInfo, 2);
    line->addWidget(panes.filterMistake, 2);
    layout->addWidget(panes.presets);
    layout->addLayout(line);
    return top;
}

QWidget* buildDetail(Panes& panes) {
    auto* detail = new QWidget;
    auto* layout = new QVBoxLayout(detail);
    const int gap = detail->fontMetrics().height() / 3;
    layout->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    layout->setSpacing(gap);
    panes.meta = new MetaHeader;
    panes.tags = new TagStrip;
    panes.prompt = new TranscriptView;
    panes.response = new ResponseView;
    panes.diff = new DiffView;
    panes.editor = new CorrectionEditor;
    panes.suggestion = new QToolButton;
    panes.suggestion->setObjectName(QStringLiteral("suggestionButton"));
    panes.suggestion->setAutoRaise(true);
    panes.suggestion->setFocusPolicy(Qt::TabFocus);
    panes.suggestion->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // as high as the title
    panes.state = new StateLine;
    panes.history = new HistoryPanel;
    panes.history->hide();

    const Titled difference = titled(Words::tr("Difference"), panes.diff);
    panes.diffTitle = difference.title;
    panes.answers = new QStackedWidget;
    panes.answers->addWidget(titled(Words::tr("Response"), panes.response).box);
    panes.answers->addWidget(difference.box);
    const Titled correction = titled(Words::tr("Correction"), panes.editor, panes.state, panes.suggestion);
    panes.correctionTitle = correction.title;
    panes.correctionTitle->setObjectName(QStringLiteral("correctionTitle"));
    auto* answer = new QSplitter(Qt::Horizontal);
    answer->setObjectName(QStringLiteral("answerSplitter"));
    answer->addWidget(panes.answers);
    answer->addWidget(new SteadyBox(correction.box));
    answer->setChildrenCollapsible(false);
    answer->setSizes({1000, 1000});
    auto* texts = new QSplitter(Qt::Vertical);
    texts->setObjectName(QStringLiteral("textSplitter"));
    texts->addWidget(titled(Words::tr("Conversation"), panes.prompt).box);
    texts->addWidget(answer);
    texts->addWidget(panes.history);
    texts->setChildrenCollapsible(false);
    texts->setStretchFactor(0, 2);
    texts->setStretchFactor(1, 3);
    texts->setStretchFactor(2, 2);

    layout->addWidget(new SteadyBox(panes.meta));
    layout->addWidget(panes.tags);
    layout->addWidget(texts, 1);
    return detail;
}

/// A line before what it says, where it says anything.
class StatusPart final : public ElidedLabel {
public:
    explicit StatusPart(const char* name) {
        setObjectName(QString::fromLatin1(name));
        setWidestHint(kStatusCharacters);
        const int gap = fontMetrics().height() / 2;
        setContentsMargins(gap, 0, gap, 0);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        ElidedLabel::paintEvent(event);
        if (!text().isEmpty()) {
            const int rise = fontMetrics().height() / 5;
            QPainter(this).fillRect(0, rise, 1, height() - 2 * rise, palette().color(QPalette::Mid));
        }
    }
};

void buildStatusLine(Panes& panes, QMainWindow& window) {
    const int gap = window.fontMetrics().height() / 2;
    panes.who = new ElidedLabel;
    panes.who->setObjectName(QStringLiteral("operatorLine"));
    panes.drift = new ElidedLabel;
    panes.drift->setObjectName(QStringLiteral("driftLine"));
    panes.drift->setContentsMargins(gap, 0, 2 * gap, 0);
    panes.sums = new StatusPart("stateSums");
    window.statusBar()->addWidget(panes.who);
    window.statusBar()->addWidget(panes.drift);
    panes.index = new StatusPart("indexState");
    window.statusBar()->addPermanentWidget(panes.sums);
    window.statusBar()->addPermanentWidget(panes.index);
    window.statusBar()->setSizeGripEnabled(false);
    window.statusBar()->setContentsMargins(gap, 0, gap, 0);
}

} // namespace

ReadOnlyText* Panes::answer() const {
    return answers->currentIndex() == 0 ? static_cast<ReadOnlyText*>(response) : diff;
}

Panes buildPanes(QMainWindow& window, QueueModel& model) {
    Panes panes;
    auto* work = new QWidget;
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop(panes));
    panes.queue = new QueueView(model);
    auto* across = new QSplitter(Qt::Horizontal);
    across->setObjectName(QStringLiteral("mainSplitter"));
    across->addWidget(FocusRing::boxed(panes.queue));
    panes.details = new QStackedWidget;
    panes.details->addWidget(new SteadyBox(buildDetail(panes)));
    panes.readiness = new ReadinessPanel;
    panes.details->addWidget(panes.readiness);
    across->addWidget(panes.details);
    across->setChildrenCollapsible(false);
    across->setStretchFactor(0, 2);
    across->setStretchFactor(1, 3);
    const int letter = window.fontMetrics().averageCharWidth();
    across->setSizes({100 * letter, 130 * letter});
    column->addWidget(across, 1);

    panes.keys = new KeySheet;
    panes.pages = new QStackedWidget;
    panes.pages->addWidget(work);
    panes.pages->addWidget(panes.keys);
    panes.guide = new GuideView;
    panes.pages->addWidget(panes.guide);
    panes.notices = new NoticeBar;

    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(panes.pages, 1);
    layout->addWidget(panes.notices);
    window.setCentralWidget(central);
    buildStatusLine(panes, window);
    return panes;
}

} // namespace goldpan::ui
