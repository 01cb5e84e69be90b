// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_desk.h"

#include "app/composition/store_factory.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

namespace goldpan::test {

WindowDesk::WindowDesk(int rows, std::string operatorName)
    : m_backend{openFailing(m_switches), composition::createStore, m_redactor, m_clock,
                std::move(operatorName)} {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("goldpan-tests"));
    QCoreApplication::setApplicationName(
        QString::fromStdString(m_store.dir().path()).replace(QLatin1Char('/'), QLatin1Char('-')));
    QSettings().clear();
    std::vector<LogEntry> entries;
    for (int number = 1; number <= rows; ++number) {
        LogEntry row = entry("r" + std::to_string(number));
        row.ts = Timestamp{number * 3'600'000'000LL};
        entries.push_back(row);
    }
    m_store.add(entries);
}

WindowDesk::~WindowDesk() {
    holdPages(false); // or the window would wait for them
    destroyWindow();
    QSettings().clear();
    QFile::remove(QSettings().fileName());
}

void WindowDesk::open(const QString& filter) {
    m_window = std::make_unique<ui::MainWindow>(m_backend);
    QSignalSpy settled(m_window.get(), &ui::MainWindow::settled);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kPatienceMs));
    m_window->openPath(QString::fromStdString(m_store.path()), filter);
    QTRY_VERIFY(!settled.isEmpty());
}

void WindowDesk::openEmpty() {
    m_window = std::make_unique<ui::MainWindow>(m_backend);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), kPatienceMs));
}

void WindowDesk::destroyWindow() {
    letJobsGo(); // the window waits for its threads
    m_window.reset();
}

namespace {

/// Where a key goes: an open popup grabs the keyboard.
QWidget* keyTarget() {
    QWidget* popup = QApplication::activePopupWidget();
    return popup != nullptr ? popup : QApplication::focusWidget();
}

} // namespace

void WindowDesk::press(const char* keys) {
    // What is on the screen a test has waited for; that keys need not wait for it any more may be an event
    // behind, and a key that is held back would answer later than a test asks.
    QCoreApplication::sendPostedEvents();
    const QKeyCombination chord = QKeySequence(QString::fromLatin1(keys))[0];
    QWidget* target = keyTarget();
    QVERIFY2(target != nullptr, "no widget has the focus");
    QTest::keyClick(target, chord.key(), chord.keyboardModifiers());
}

void WindowDesk::type(const char* text) {
    for (const QChar letter : QString::fromUtf8(text)) {
        QWidget* target = keyTarget();
        QVERIFY2(target != nullptr, "no widget has the focus");
        QTest::keyClicks(target, QString(letter));
    }
}

QWidget* WindowDesk::findWidget(const char* name, const QMetaObject& type) {
    auto* found = m_window->findChild<QWidget*>(QString::fromLatin1(name));
    if (found == nullptr || !found->metaObject()->inherits(&type)) {
        qFatal("no widget %s", name);
    }
    return found;
}

QTableView& WindowDesk::queue() {
    return find<QTableView>("queueView");
}

ui::CorrectionEditor& WindowDesk::editor() {
    return find<ui::CorrectionEditor>("correctionEditor");
}

QLineEdit& WindowDesk::filter() {
    return find<QLineEdit>("filterBar");
}

ui::NoticeBar& WindowDesk::notices() {
    return find<ui::NoticeBar>("noticeBar");
}

QString WindowDesk::current() {
    // The prompts of this desk name their rows.
    const QString prompt = find<QPlainTextEdit>("promptView").toPlainText();
    const qsizetype at = prompt.indexOf(QLatin1String("prompt of "));
    return at < 0 ? QString() : prompt.mid(at + 10).section(QLatin1Char('\n'), 0, 0).trimmed();
}

QString WindowDesk::focus() const {
    const QWidget* focused = QApplication::focusWidget();
    return focused == nullptr ? QString() : focused->objectName();
}

QString WindowDesk::notice() {
    return notices().text();
}

void WindowDesk::pressNoticeAction(const QString& text) {
    // The buttons of the notice before may still wait to be deleted.
    const auto find = [this, &text]() -> QPushButton* {
        for (QPushButton* button : notices().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text) {
                return button;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY2(find() != nullptr, qPrintable(text));
    QTest::mouseClick(find(), Qt::LeftButton);
}

QString WindowDesk::cell(int at, int column) {
    return queue().model()->index(at, column).data().toString();
}

QString WindowDesk::state(const char* requestId) {
    return QString::fromUtf8(reviewStateName(m_store.read(requestId).state).data());
}

QString WindowDesk::correction(const char* requestId) {
    const auto correction = m_store.read(requestId).correction;
    return correction ? ui::toQString(correction->text) : QString();
}

QString WindowDesk::draft(const char* requestId) {
    const auto drafts = m_store.store().entries().drafts(m_store.row(requestId));
    for (const Draft& draft : drafts.value()) {
        if (draft.operatorName == m_backend.operatorName) {
            return ui::toQString(draft.text);
        }
    }
    return {};
}

QString WindowDesk::tags(const char* requestId) {
    QStringList out;
    for (const std::string& tag : m_store.read(requestId).entry.tags) {
        out << ui::toQString(tag);
    }
    return out.join(QLatin1Char(' '));
}

} // namespace goldpan::test
