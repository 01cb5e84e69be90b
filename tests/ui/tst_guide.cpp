// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The user's guide inside the window: every page, link and picture is there, and Esc leads back to the queue.
#include "tests/ui/support/window_desk.h"
#include "ui/help/guide_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace goldpan;
using namespace goldpan::test;

namespace {

QString page(const QString& name) {
    QFile file(QStringLiteral(":/guide/%1").arg(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList targets(const QString& text) {
    static const QRegularExpression kTarget(QStringLiteral("\\]\\(([^)#]+)[^)]*\\)"));
    QStringList out;
    for (auto found = kTarget.globalMatch(text); found.hasNext();) {
        out << found.next().captured(1);
    }
    return out;
}

} // namespace

class TestGuide : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLinkAndPictureIsThere();
    void everyPageIsInTheContents();
    void opensFromTheMenuAndEscGoesBackToTheQueue();
    void picturesFitTheWidth();
};

void TestGuide::everyLinkAndPictureIsThere() {
    const QStringList pages = QDir(QStringLiteral(":/guide")).entryList({QStringLiteral("*.md")});
    QVERIFY(pages.size() >= 7);
    for (const QString& name : pages) {
        for (const QString& target : targets(page(name))) {
            const QString path = QStringLiteral(":/guide/%1").arg(target);
            QVERIFY2(QFile::exists(path), qPrintable(name + QStringLiteral(" names ") + target));
            if (target.endsWith(QLatin1String(".png"))) {
                QVERIFY2(!QImage(path).isNull(), qPrintable(target));
            }
        }
    }
}

void TestGuide::everyPageIsInTheContents() {
    QStringList pages = QDir(QStringLiteral(":/guide")).entryList({QStringLiteral("*.md")});
    pages.removeOne(QStringLiteral("guide.md"));
    QStringList listed = targets(page(QStringLiteral("guide.md")));
    std::ranges::sort(listed);
    QCOMPARE(listed, pages);
}

void TestGuide::opensFromTheMenuAndEscGoesBackToTheQueue() {
    WindowDesk desk;
    desk.open();
    auto* action = desk.window().findChild<QAction*>(QStringLiteral("help.guide"));
    QVERIFY(action != nullptr);
    action->trigger();
    QCOMPARE(desk.focus(), QStringLiteral("guideContents"));
    auto& text = desk.find<QTextBrowser>("guideText");
    QVERIFY(text.isVisible());
    QVERIFY(text.toPlainText().startsWith(QStringLiteral("The user's guide")));
    desk.press("Down");
    QVERIFY(text.toPlainText().startsWith(QStringLiteral("Getting started")));
    desk.press("Tab");
    QCOMPARE(desk.focus(), QStringLiteral("guideText"));
    // A link to another page moves the mark in the contents.
    text.setSource(QUrl(QStringLiteral("filters.md")));
    QVERIFY(text.toPlainText().startsWith(QStringLiteral("Filters")));
    QCOMPARE(desk.find<QListWidget>("guideContents").currentItem()->text(), QStringLiteral("Filters"));
    // What is not the guide's stays closed.
    text.setSource(QUrl(QStringLiteral("file:///etc/hostname")));
    QVERIFY(text.toPlainText().startsWith(QStringLiteral("Filters")));
    desk.press("Esc");
    QCOMPARE(desk.focus(), QStringLiteral("queueView"));
    QVERIFY(!text.isVisible());
}

void TestGuide::picturesFitTheWidth() {
    ui::GuideView view;
    view.resize(600, 500);
    view.show();
    auto* text = view.findChild<QTextBrowser*>(QStringLiteral("guideText"));
    text->setSource(QUrl(QStringLiteral("qrc:/guide/window.md")));
    QTRY_VERIFY(text->document()->size().width() <= text->viewport()->width());
    view.resize(900, 500);
    QTRY_VERIFY(text->document()->size().width() > 600);
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
