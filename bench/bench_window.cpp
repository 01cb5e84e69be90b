// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window STORE [--steps] [--json FILE]: what an operator waits for, through the real window and by real
// key events, offscreen unless QT_QPA_PLATFORM says otherwise. STORE is worked on: drafts come and go. With
// --steps only the next row, again and again with a person's pauses: for an import beside it.
#include "app/composition/store_factory.h"
#include "bench/figures.h"
#include "bench/random.h"
#include "core/base/files.h"
#include "core/redact/redactor.h"
#include "ui/common/program_style.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

const Stopwatch kSinceStart; // static: begins before main()

constexpr int kSteps = 400;
constexpr int kStepsBeside = 1000; ///< some 15 s, as an import of a million rows takes
constexpr int kTimeColumn = 1;
constexpr int kDrags = 200;
constexpr int kKeystrokes = 400;
constexpr int kPauseMs = 10; ///< a key that is held down repeats more slowly
constexpr std::size_t kEditorBytes = 50'000;
constexpr int kPatienceMs = 20'000;

/// Notes when a widget was painted after its document or model had changed, and how long that took.
class PaintWatch final : public QObject {
public:
    /// `isThere` says at each paint whether there is something to see.
    explicit PaintWatch(
        QWidget* viewport, std::function<bool()> isThere = [] { return true; })
        : m_isThere(std::move(isThere)) {
        viewport->installEventFilter(this);
    }

    void begin() {
        m_changed = m_painted = false;
        m_watch = {};
    }
    void noteChange() { m_changed = true; }
    [[nodiscard]] bool isPainted() const { return m_painted; }
    /// From begin() until it was painted: what the program does afterwards, for the row after that, is not in
    /// it.
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && m_changed && m_isThere()) {
            QMetaObject::invokeMethod(this, &PaintWatch::notePainted, Qt::QueuedConnection); // after it
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void notePainted() {
        if (!std::exchange(m_painted, true)) {
            m_milliseconds = m_watch.seconds() * 1e3;
        }
    }

    std::function<bool()> m_isThere;
    Stopwatch m_watch;
    double m_milliseconds = 0;
    bool m_changed = false;
    bool m_painted = false;
};

double percentile(std::vector<double> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double residentMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.simplified().split(' ')[1].toDouble() / 1024;
            }
        }
    }
    return 0;
}

class WindowBench {
public:
    WindowBench()
        : m_backend{composition::openStoreTelling, composition::createStore, m_redactor, m_clock, "bench"}
        , m_window(m_backend)
        , m_promptPaint(view<QPlainTextEdit>("promptView")->viewport())
        , m_editorPaint(view<QPlainTextEdit>("correctionEditor")->viewport())
        , m_queuePaint(view<QTableView>("queueView")->viewport(),
                       [this] {
                           const auto* rows = view<QTableView>("queueView")->model();
                           return rows->rowCount() > 0 &&
                                  !rows->index(0, kTimeColumn).data().toString().isEmpty();
                       })
        , m_pagePaint(view<QTableView>("queueView")->viewport(), [this] {
            const auto* queue = view<QTableView>("queueView");
            const int last = queue->rowAt(queue->viewport()->height() - 1);
            return isThere(*queue, queue->rowAt(0)) &&
                   isThere(*queue, last < 0 ? queue->model()->rowCount() - 1 : last);
        }) {
        QObject::connect(view<QPlainTextEdit>("promptView"), &QPlainTextEdit::textChanged, &m_promptPaint,
                         [this] { m_promptPaint.noteChange(); });
        QObject::connect(view<QPlainTextEdit>("correctionEditor"), &QPlainTextEdit::textChanged,
                         &m_editorPaint, [this] { m_editorPaint.noteChange(); });
    }

    void open(const QString& store) {
        m_window.resize(1400, 900);
        m_window.show();
        QSignalSpy settled(&m_window, &ui::MainWindow::settled);
        m_promptPaint.begin();
        m_window.openPath(store, QStringLiteral("is:flagged state:unreviewed"));
        wait("the first row", [&] { return m_promptPaint.isPainted(); });
        m_figures.add("start to the first row painted", kSinceStart.seconds() * 1e3, "ms");
        wait("the figures", [&] { return !settled.isEmpty(); });
        m_figures.add("start to every figure there", kSinceStart.seconds() * 1e3, "ms");
        m_figures.add("start, resident memory", residentMegabytes(), "MB");
    }

    /// The next row, again and again, as fast as it is there or with a pause between.
    void stepThroughRows(int pauseMs) {
        std::vector<double> times;
        const int steps = std::min(pauseMs > 0 ? kStepsBeside : kSteps,
                                   view<QTableView>("queueView")->model()->rowCount() - 1);
        for (int step = 0; step < steps; ++step) {
            m_promptPaint.begin();
            QTest::keyClick(view<QTableView>("queueView"), Qt::Key_J);
            wait("the next row", [&] { return m_promptPaint.isPainted(); });
            times.push_back(m_promptPaint.milliseconds());
            if (pauseMs > 0) {
                QTest::qWait(pauseMs);
            }
        }
        if (times.empty()) {
            return; // there is no next row
        }
        m_figures.add("next row, key to painted text, median", percentile(times, 0.5), "ms");
        m_figures.add("next row, key to painted text, p99", percentile(times, 0.99), "ms");
    }

    /// The scroll bar of all rows, let go anywhere: until the rows of that place are painted.
    void dragThroughRows() {
        auto* queue = view<QTableView>("queueView");
        runFilter(*view<QLineEdit>("filterBar"), QString());
        wait("all rows", [&] { // they are there once no more come
            const int before = queue->model()->rowCount();
            QTest::qWait(300);
            return before > 0 && queue->model()->rowCount() == before;
        });
        QScrollBar* bar = queue->verticalScrollBar();
        Random random(1);
        std::vector<double> times;
        for (int drag = 0; drag < kDrags; ++drag) {
            m_pagePaint.begin();
            m_pagePaint.noteChange();
            bar->setSliderPosition(
                static_cast<int>(random.below(static_cast<std::size_t>(bar->maximum()) + 1)));
            queue->viewport()->update(); // a drag to where it stands is painted too
            wait("the page", [&] { return m_pagePaint.isPainted(); });
            times.push_back(m_pagePaint.milliseconds());
        }
        m_figures.add("scroll bar drag to page painted, median", percentile(times, 0.5), "ms");
        m_figures.add("scroll bar drag to page painted, p99", percentile(times, 0.99), "ms");
    }

    void filter(const char* name, const char* text) {
        auto* bar = view<QLineEdit>("filterBar");
        auto* queue = view<QTableView>("queueView");
        std::vector<double> times;
        for (int turn = 0; turn < 5; ++turn) {
            runFilter(*bar, QStringLiteral("state:deferred")); // so that the next one starts from other rows
            wait("the empty result", [&] { return queue->model()->rowCount() == 0; });
            m_queuePaint.begin();
            m_queuePaint.noteChange();
            runFilter(*bar, QString::fromUtf8(text));
            wait("the result", [&] { return m_queuePaint.isPainted(); });
            times.push_back(m_queuePaint.milliseconds());
        }
        m_figures.add(std::string("filter to first rows painted, ") + name, median(times), "ms");
    }

    void type() {
        auto* editor = static_cast<ui::CorrectionEditor*>(view<QPlainTextEdit>("correctionEditor"));
        QTest::keyClick(view<QTableView>("queueView"), Qt::Key_E);
        std::string text;
        for (int line = 0; text.size() < kEditorBytes; ++line) {
            text += "Line " + std::to_string(line) +
                    " of a long answer, as a model writes it when nobody stops it.\n";
        }
        editor->replaceAll(text);
        QTest::qWait(1000); // the long text's own work is done once, not at each key
        editor->moveCursor(QTextCursor::Start);
        for (int down = 0; down < 300; ++down) {
            editor->moveCursor(QTextCursor::Down);
        }
        std::vector<double> times;
        for (int key = 0; key < kKeystrokes; ++key) {
            m_editorPaint.begin();
            QTest::keyClick(editor,
                            key % 8 == 7 ? Qt::Key_Space : static_cast<Qt::Key>(Qt::Key_A + key % 26));
            wait("the letter", [&] { return m_editorPaint.isPainted(); });
            times.push_back(m_editorPaint.milliseconds());
        }
        m_figures.add("keystroke in 50 kB, key to painted text, median", percentile(times, 0.5), "ms");
        m_figures.add("keystroke in 50 kB, key to painted text, p99", percentile(times, 0.99), "ms");
        QTest::keyClick(editor, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(editor, Qt::Key_Escape);
    }

    /// Everything but the start and the next row.
    void workThrough() {
        filter("preset", "is:flagged state:unreviewed");
        filter("tag and time", "tag:user_negative after:2025-06-10");
        filter("logprob", "logprob<-4");
        filter("regular expression", "/\\[(SSN|PHONE)\\]/");
        filter("phrase", "\"[EMAIL]\"");
        dragThroughRows();
        type();
        memory();
    }

    [[nodiscard]] const Figures& figures() const { return m_figures; }

private:
    void memory() { m_figures.add("resident memory", residentMegabytes(), "MB"); }

    template <typename Widget>
    Widget* view(const char* name) {
        return m_window.findChild<Widget*>(QString::fromLatin1(name));
    }

    static bool isThere(const QTableView& queue, int row) {
        return row >= 0 && !queue.model()->index(row, kTimeColumn).data().toString().isEmpty();
    }

    /// Sleeps where nothing is to be done, as the program does: not one processor less for those it waits
    /// for.
    static void wait(const char* what, const std::function<bool()>& done) {
        const Stopwatch watch;
        QTimer patience; // wakes it where nothing else does any more
        patience.start(kPatienceMs);
        while (!done()) {
            if (watch.seconds() * 1e3 > kPatienceMs) {
                qFatal("%s never came", what);
            }
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // with a time it would not wait
        }
    }

    static void runFilter(QLineEdit& bar, const QString& text) {
        bar.setFocus();
        bar.setText(text);
        QTest::keyClick(&bar, Qt::Key_Return);
    }

    redact::Redactor m_redactor;
    SystemClock m_clock;
    ui::Backend m_backend;
    ui::MainWindow m_window;
    PaintWatch m_promptPaint;
    PaintWatch m_editorPaint;
    PaintWatch m_queuePaint;
    PaintWatch m_pagePaint;
    Figures m_figures;
};

} // namespace
} // namespace goldpan::bench

int main(int argc, char** argv) {
    using namespace goldpan;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setStyle(new ui::ProgramStyle); // as the program has it
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("goldpan-bench"));
    QCoreApplication::setApplicationName(QStringLiteral("goldpan-bench"));
    QSettings().clear();
    QStringList words = QCoreApplication::arguments();
    const bool onlySteps = words.removeOne(QStringLiteral("--steps"));
    if (words.size() != 2 && !(words.size() == 4 && words[2] == QLatin1String("--json"))) {
        std::fputs("usage: bench_window STORE [--steps] [--json FILE]\n", stderr);
        return 2;
    }
    bench::WindowBench bench;
    bench.open(words[1]);
    bench.stepThroughRows(onlySteps ? bench::kPauseMs : 0);
    if (!onlySteps) {
        bench.workThrough();
    }
    std::fputs(bench.figures().table().c_str(), stdout);
    if (words.size() == 4) {
        const auto done = writeFileAtomically(words[3].toStdString(), bench.figures().json());
        if (!done) {
            std::fprintf(stderr, "bench_window: %s\n", done.error().message.c_str());
            return 1;
        }
    }
    return 0;
}
