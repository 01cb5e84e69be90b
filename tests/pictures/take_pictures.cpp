// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures of the user's guide from the real window, by real keys: take_pictures STORE READY FOLDER
// [light|dark] [en|zh_CN]. Both stores are worked on, READY is brought on its way to a new model;
// tools/screenshots makes them from the sample log.
#include "app/composition/store_factory.h"
#include "core/base/clock.h"
#include "core/redact/redactor.h"
#include "tests/pictures/ready_store.h"
#include "ui/common/program_style.h"
#include "ui/settings/appearance.h"
#include "ui/settings/language.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <cstdio>

namespace {

using namespace goldpan;

constexpr int kPatienceMs = 20'000;
constexpr int kStillMs = 1'000; // longer than a draft or a figure takes to arrive

/// Pictures show the same time whenever they are taken.
class PictureClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return *parseTimestamp("2025-06-12T09:30:00Z"); }
};

class Photographer {
public:
    Photographer(const QString& store, const QString& folder)
        : m_folder(folder)
        , m_backend{composition::openStoreTelling, composition::createStore, m_redactor, m_clock, "ana"}
        , m_window(m_backend) {
        m_window.resize(m_window.fontMetrics().averageCharWidth() * 200,
                        m_window.fontMetrics().height() * 48);
        m_window.show();
        (void)QTest::qWaitForWindowActive(&m_window, kPatienceMs);
        take("empty");
        QSignalSpy settled(&m_window, &ui::MainWindow::settled);
        m_window.openPath(store, QStringLiteral("is:flagged state:unreviewed"));
        (void)QTest::qWaitFor([&] { return !settled.isEmpty(); }, kPatienceMs);
        rest();
    }

    void open(const QString& store) {
        QSignalSpy settled(&m_window, &ui::MainWindow::settled);
        m_window.openPath(store);
        (void)QTest::qWaitFor([&] { return !settled.isEmpty(); }, kPatienceMs);
        rest();
    }

    /// For what is more than a picture of the usual size holds.
    void grow() {
        m_window.resize(m_window.width(), m_window.height() * 3 / 2);
        rest();
    }

    void press(const char* keys) {
        const QKeyCombination chord = QKeySequence(QString::fromLatin1(keys))[0];
        QTest::keyClick(focused(), chord.key(), chord.keyboardModifiers());
        awaken();
        rest();
    }

    void type(const char* text) {
        QTest::keyClicks(focused(), QString::fromUtf8(text));
        rest();
    }

    /// A command that has no key, from its menu.
    void run(const char* id) {
        for (QAction* action : m_window.findChildren<QAction*>()) {
            if (action->objectName() == QLatin1String(id)) {
                action->trigger();
                rest();
                return;
            }
        }
        qFatal("no command %s in the menus", id);
    }

    /// The window, with the dialog or popup that stands on it.
    void take(const char* name) {
        QImage image = m_window.grab().toImage();
        for (QWidget* other : QApplication::topLevelWidgets()) {
            if (other != &m_window && other->isVisible()) {
                QPainter painter(&image);
                const QPoint at = other->mapToGlobal(QPoint()) - m_window.mapToGlobal(QPoint());
                painter.drawPixmap(at, other->grab());
                painter.setPen(
                    other->palette().color(QPalette::Mid)); // a window manager's frame is not ours to grab
                painter.drawRect(QRect(at, other->size()));
            }
        }
        if (!image.save(m_folder + QLatin1Char('/') + QString::fromLatin1(name) + QStringLiteral(".png"),
                        "PNG", 0)) {
            qFatal("%s cannot be written", name);
        }
        std::printf("%s\n", name);
    }

private:
    QWidget* focused() {
        if (QWidget* popup = QApplication::activePopupWidget()) {
            return popup;
        }
        awaken();
        QWidget* widget = QApplication::focusWidget();
        if (widget == nullptr) {
            qFatal("no widget has the focus");
        }
        return widget;
    }

    /// Offscreen, a popup that closed may still be the active window.
    void awaken() {
        const QWidget* active = QApplication::activeWindow();
        if (active != nullptr && active->windowType() == Qt::Popup && !active->isVisible()) {
            m_window.activateWindow();
            (void)QTest::qWaitFor([&] { return QApplication::activeWindow() == &m_window; }, kStillMs);
        }
    }

    /// Until nothing on the screen has changed for a while.
    void rest() {
        QImage last;
        QElapsedTimer still;
        const bool rested = QTest::qWaitFor(
            [&] {
                QImage now = m_window.grab().toImage();
                if (now != last || !still.isValid()) {
                    last = std::move(now);
                    still.start();
                }
                return still.elapsed() >= kStillMs;
            },
            kPatienceMs);
        if (!rested) {
            qFatal("the window never comes to rest");
        }
    }

    QString m_folder;
    redact::Redactor m_redactor;
    PictureClock m_clock;
    ui::Backend m_backend;
    ui::MainWindow m_window;
};

void takeAll(Photographer& photo) {
    photo.take("queue");
    photo.press("G");
    photo.take("suggestion");
    photo.press("E");
    photo.press("Ctrl+Shift+R");
    photo.press("Esc");
    photo.press("J");
    photo.press("E");
    photo.press("Ctrl+A");
    photo.type(
        "You can send it back within 30 days. Print the label in your account and hand the parcel in.");
    photo.take("window");
    photo.press("Esc");
    photo.press("D");
    photo.take("diff-inline");
    photo.press("D");
    photo.take("diff");
    photo.press("D");
    photo.press("E");
    photo.press("Ctrl+End");
    photo.type(" Or call us at +1 202-555-0147.");
    photo.take("problems");
    photo.press("F8");
    photo.run("pii.allow");
    photo.take("not-pii");
    photo.press("Esc");
    photo.press("E");
    photo.press("Ctrl+End");
    for (int word = 0; word < 4; ++word) {
        photo.press("Ctrl+Shift+Left");
    }
    photo.run("pii.mark");
    photo.take("own-rule");
    photo.press("Esc");
    photo.press("E");
    photo.press("Ctrl+M");
    photo.press("Ctrl+End");
    photo.press("Left");
    photo.press("Left");
    photo.run("token.explain");
    photo.take("placeholders");
    photo.press("Ctrl+Z");
    photo.press("Ctrl+S");
    photo.press("Esc");
    photo.press("H");
    photo.take("history");
    photo.press("H");
    photo.press("?");
    photo.take("keys");
    photo.press("?");
    photo.press("B");
    photo.take("bulk");
    photo.press("Esc");
    photo.press("Ctrl+Shift+P");
    photo.type("queue");
    photo.take("palette");
    photo.press("Esc");
    photo.press("Ctrl+Shift+E");
    photo.take("export");
    photo.press("Esc");
    photo.run("history.store");
    photo.take("store-history");
    photo.press("Esc");
    photo.press("0");
    photo.run("queue.save");
    photo.type("All rows by time");
    photo.press("Return");
    photo.take("saved-queues");
    photo.press("Esc");
    photo.press("1");
    photo.press("Ctrl+,");
    photo.take("settings");
    photo.press("Right");
    photo.take("settings-export");
    photo.press("Right");
    photo.take("settings-keys");
    photo.press("Right");
    photo.take("settings-store");
    photo.press("Esc");
    photo.run("help.guide");
    photo.take("guide");
    photo.press("Esc");
    photo.press("/");
    photo.press("Ctrl+A");
    photo.type("tag:user_negative latency>=fast");
    photo.press("Return");
    photo.take("filter-mistake");
    photo.press("Ctrl+A");
    photo.type("tag:");
    photo.take("filter-offers");
    photo.press("Esc");
    photo.press("Ctrl+A");
    photo.type("refund");
    photo.press("Return");
    photo.take("hits");
    photo.press("/");
    photo.press("Ctrl+A");
    photo.type("id:nothing");
    photo.press("Return");
    photo.take("no-rows");
    photo.press("/");
    photo.press("Ctrl+A");
    photo.type("\"the reset mail never comes. I have asked twice\""); // a prompt that more rows have
    photo.press("Return");
    photo.press("E");
    photo.press("Ctrl+A");
    photo.type("The mail may be in your spam folder. If it is not there, I can unlock the account for you.");
    photo.press("Ctrl+Return");
    photo.press("Esc");
    photo.take("offer");
}

void takeReadiness(Photographer& photo, const QString& store) {
    photo.open(store);
    photo.grow();
    photo.press("F9");
    photo.take("readiness");
    photo.press("F6");
    photo.press("F6");
    photo.press("Left");
    photo.press("Left");
    photo.take("readiness-day");
    photo.press("F6");
    photo.press("Tab");
    photo.take("readiness-end");
    photo.press("F9");
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() < 4) {
        std::fputs("usage: take_pictures STORE READY FOLDER [light|dark] [en|zh_CN]\n", stderr);
        return 2;
    }
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("goldpan-pictures"));
    QCoreApplication::setApplicationName(QStringLiteral("goldpan"));
    QSettings().clear();
    QApplication::setStyle(new ui::ProgramStyle(QStringLiteral("Fusion")));
    if (words.value(4) == QLatin1String("dark")) {
        ui::usePalette(ui::darkPalette());
    } else {
        ui::usePalette(ui::lightPalette());
    }
    QApplication::setCursorFlashTime(0); // one that blinks never rests
    const ui::Language language(words.value(5) == QLatin1String("zh_CN") ? ui::LanguageChoice::chinese
                                                                         : ui::LanguageChoice::english);
    QDir().mkpath(words[3]);
    if (const auto made = test::makeReady(words[2].toStdString(), words[3].toStdString()); !made) {
        qFatal("%s", made.error().message.c_str());
    }
    Photographer photo(words[1], words[3]);
    takeAll(photo);
    takeReadiness(photo, words[2]);
    QSettings().clear();
    return 0;
}
