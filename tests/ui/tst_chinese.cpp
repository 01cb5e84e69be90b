// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window in Chinese: everything that is not somebody's data is Chinese, and nothing is cut off.
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/core_text.h"
#include "ui/common/elided_label.h"
#include "ui/common/key_sheet.h"
#include "ui/exporting/export_dialog.h"
#include "ui/settings/language.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

bool isChinese(const QString& text) {
    static const QRegularExpression kHan(S("\\p{Han}"));
    return text.contains(kHan);
}

/// Letters that no Chinese word goes with: keys, names of the format, people and files.
bool isNobodysWord(QString text) {
    static const QRegularExpression kKept(S("(?:Ctrl|Shift|Alt)\\+|(?:[A-Z]|F[0-9]+|Esc|Enter|Space|Up|Down)"
                                            "(?![a-zA-Z])|English|[Ll]ogprob|UTC"));
    text.remove(kKept);
    return !text.contains(QRegularExpression(S("[A-Za-z]")));
}

/// What is wrong with the words of `window`; "" where nothing is.
QString notChinese(const QWidget& window, const QStringList& data = {}) {
    QStringList wrong;
    const auto look = [&wrong](const QObject& from, const QString& text) {
        if (!isChinese(text) && !isNobodysWord(text)) {
            wrong << S("%1 %2: %3")
                         .arg(QString::fromLatin1(from.metaObject()->className()), from.objectName(), text);
        }
    };
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&window) && !data.contains(label->objectName())) {
            look(*label, label->text());
        }
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(&window) && !data.contains(button->objectName())) {
            look(*button, button->text());
        }
    }
    for (const auto* box : window.findChildren<QComboBox*>()) {
        const bool shown = box->isVisibleTo(&window) && !data.contains(box->objectName());
        for (int at = 0; at < box->count() && shown; ++at) {
            look(*box, box->itemText(at));
        }
    }
    for (const auto* tabs : window.findChildren<QTabWidget*>()) {
        for (int at = 0; at < tabs->count(); ++at) {
            look(*tabs, tabs->tabText(at));
        }
    }
    for (const auto* table : window.findChildren<QTableView*>()) {
        for (int at = 0; at < table->model()->columnCount(); ++at) {
            look(*table, table->model()->headerData(at, Qt::Horizontal).toString());
        }
    }
    return wrong.join(u'\n');
}

/// The visible labels and buttons of `window` that want more room than they have.
QString cutOff(const QWidget& window) {
    QStringList wrong;
    const auto look = [&](const QWidget& part, const QString& text) {
        if (part.isVisibleTo(&window) && !text.isEmpty() && part.width() < part.minimumSizeHint().width()) {
            wrong << S("%1: %2 of %3 pixels for %4")
                         .arg(part.objectName())
                         .arg(part.width())
                         .arg(part.minimumSizeHint().width())
                         .arg(text);
        }
    };
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (qobject_cast<const ElidedLabel*>(label) == nullptr) {
            look(*label, label->text());
        }
    }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        look(*button, button->text());
    }
    return wrong.join(u'\n');
}

class ChineseDesk : public WindowDesk {
public:
    explicit ChineseDesk(int rows = 3)
        : WindowDesk(rows) {}

    void openSmall() {
        open();
        window().resize(1000, 640);
        QTRY_COMPARE(window().size(), QSize(1000, 640));
    }

private:
    Language m_chinese{LanguageChoice::chinese}; ///< later than the desk's English, so before it
};

} // namespace

class TestChinese : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void menusAreChinese();
    void theWindowIsChinese();
    void theEmptyWindowIsChinese();
    void theKeySheetIsChinese();
    void theSettingsAreChinese();
    void theExportDialogIsChinese();
    void theReadinessPanelIsChinese();
    void noticesAreChinese();
    void whatTheCoreSaysIsChineseWhereItIsKnown();
    void thousandsOfSentencesAreTranslatedAtOnce();
};

void TestChinese::menusAreChinese() {
    ChineseDesk desk;
    desk.open();
    const QList<QAction*> menus = desk.window().menuBar()->actions();
    QCOMPARE(menus.size(), 6);
    QCOMPARE(menus.first()->text(), S("文件(&F)"));
    QStringList letters;
    for (const QAction* menu : menus) {
        letters << menu->text().section(u'&', 1).left(1);
        for (const QAction* entry : menu->menu()->actions()) {
            const QString text = entry->text().section(u'\t', 0, 0);
            QVERIFY2(entry->isSeparator() || isChinese(text), qPrintable(text));
        }
    }
    QCOMPARE(letters.removeDuplicates(), 0);
}

void TestChinese::theWindowIsChinese() {
    ChineseDesk desk;
    desk.openSmall();
    QCOMPARE(notChinese(desk.window(), {S("metaFacts"), S("metaId"), S("metaUser"), S("operatorLine")}),
             QString());
    QCOMPARE(cutOff(desk.window()), QString());
    QVERIFY(isChinese(desk.find<QToolButton>("queue.flagged").text()));
    QCOMPARE(desk.find<QToolButton>("queue.all").text(), S("0 全部 3"));
    QCOMPARE(desk.queue().model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), S("未审核"));
}

void TestChinese::theEmptyWindowIsChinese() {
    ChineseDesk desk;
    desk.openEmpty();
    desk.window().resize(1000, 640);
    QCOMPARE(desk.find<QLabel>("emptyKeys").text(), S("按 Ctrl+I 导入 · 按 Ctrl+O 打开"));
    QCOMPARE(notChinese(desk.window(), {S("operatorLine")}), QString());
    QCOMPARE(cutOff(desk.window()), QString());
}

void TestChinese::theKeySheetIsChinese() {
    ChineseDesk desk;
    desk.openSmall();
    desk.press("?");
    auto& sheet = desk.find<KeySheet>("keySheet");
    QTRY_VERIFY(sheet.isVisible());
    QCOMPARE(notChinese(sheet), QString());
    QCOMPARE(cutOff(sheet), QString());
    QVERIFY(!sheet.findChildren<QLabel*>().isEmpty());
    QCOMPARE(sheet.findChildren<QLabel*>().first()->text(), S("文件")); // no letter in brackets
}

void TestChinese::theSettingsAreChinese() {
    ChineseDesk desk;
    desk.openSmall();
    desk.press("Ctrl+,");
    auto& dialog = desk.find<QDialog>("settingsDialog");
    QTRY_COMPARE(QApplication::activeWindow(), &dialog);
    auto& pages = desk.find<QTabWidget>("settingsPages");
    QCOMPARE(pages.tabText(0), S("常规"));
    for (int page = 0; page < pages.count(); ++page) {
        pages.setCurrentIndex(page);
        QTRY_VERIFY(pages.currentWidget()->isVisible());
        QCOMPARE(notChinese(dialog, {S("settingsTextFamily")}), QString());
        QCOMPARE(cutOff(dialog), QString());
    }
    dialog.reject();
}

void TestChinese::theExportDialogIsChinese() {
    ChineseDesk desk;
    desk.openSmall();
    desk.press("Ctrl+Shift+E");
    auto& dialog = desk.find<QDialog>("exportDialog");
    QTRY_COMPARE(QApplication::activeWindow(), &dialog);
    QCOMPARE(notChinese(dialog), QString());
    QCOMPARE(cutOff(dialog), QString());
    dialog.reject();
}

void TestChinese::theReadinessPanelIsChinese() {
    ChineseDesk desk;
    desk.openSmall();
    desk.press("F9");
    auto& panel = desk.find<QWidget>("readinessPanel");
    const auto& triggers = *desk.find<QTableView>("triggerTable").model();
    QTRY_COMPARE(triggers.rowCount(), 3);
    QCOMPARE(notChinese(panel), QString());
    QCOMPARE(cutOff(panel), QString());
    QCOMPARE(triggers.index(0, 4).data().toString(), S("没有记录漂移"));
    QVERIFY2(isChinese(triggers.index(1, 4).data().toString()),
             qPrintable(triggers.index(1, 4).data().toString()));
    QVERIFY(isChinese(panel.findChild<QWidget*>(S("timelineChart"))->accessibleDescription()));
}

void TestChinese::noticesAreChinese() {
    ChineseDesk desk;
    desk.open();
    desk.press("G");
    QTRY_COMPARE(desk.notice(), S("将建议填入编辑器：此行没有建议。"));
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("U");
    QTRY_COMPARE(desk.notice(), S("已撤销：接受。"));
}

void TestChinese::whatTheCoreSaysIsChineseWhereItIsKnown() {
    ChineseDesk desk;
    QCOMPARE(coreText("the quote is not closed"), S("引号未闭合"));
    QCOMPARE(coreText("tag: needs a value right after the colon"), S("tag: 冒号之后需要紧跟一个值"));
    QCOMPARE(coreText("something new"), S("something new"));
    QCOMPARE(coreText("filter: the quote is not closed"), S("筛选：引号未闭合"));
    QCOMPARE(coreText("this is not the manifest of a Goldpan batch"), S("这不是 Goldpan 批次的清单"));
    QCOMPARE(
        coreText("act 12 cannot be undone: act 15 (correct by 50%1 %2) has built on it; undo that first"),
        S("操作 12 无法撤销：操作 15（更正，操作者 50%1 %2）建立在它之上；请先撤销那个操作"));
    QCOMPARE(
        coreText("act 12 cannot be done again: act 15 (tag_add by ana) has built on it; undo that first"),
        S("操作 12 无法重做：操作 15（添加标签，操作者 ana）建立在它之上；请先撤销那个操作"));
    QCOMPARE(
        coreText("act 7 cannot be undone: a row it changed is different now; see the history of the row"),
        S("操作 7 无法撤销：它更改过的一行现在已不同；请查看该行的历史记录"));
    QCOMPARE(coreText("act 7 cannot be done again: a row it changed is different now; see the history of "
                      "the row"),
             S("操作 7 无法重做：它更改过的一行现在已不同；请查看该行的历史记录"));
    QCOMPARE(coreText("act 7 is already undone"), S("操作 7 已经撤销"));
    QCOMPARE(coreText("ana has no undone act to do again"), S("ana 没有可重做的操作"));
    QCOMPARE(coreText("a queue needs a name of one line, of at most 200 bytes"),
             S("队列需要一个单行的名称，最多 200 字节"));
    QCOMPARE(coreText("the store was written by a later version of Goldpan (schema 9, this program knows 7); "
                      "update Goldpan"),
             S("该存储库由更新版本的 Goldpan 写入（架构版本 9，本程序支持到 7）；请更新 Goldpan"));
    QCOMPARE(coreText("3 of 30 days since the first row"), S("距第一行 3 天，共需 30 天"));
    QCOMPARE(coreText("31 days since the first row"), S("距第一行 31 天"));
    QCOMPARE(coreText("the runs do not compare: 2 of the candidate's cases are not among the baseline's"),
             S("两次评测不可比：候选模型有 2 个用例不在基线之中"));
    QCOMPARE(coreText("the runs do not compare: 2 of the baseline's cases are not among the candidate's"),
             S("两次评测不可比：基线有 2 个用例不在候选模型之中"));
    QCOMPARE(
        coreText("new failures are not known: the runs do not name their cases (samples_qa_d.jsonl: line 3)"),
        S("新增失败未知：评测没有给出用例名称（samples_qa_d.jsonl: line 3）"));
    QCOMPARE(coreText("0.0167 worse than the baseline's 0.9417, 0 is allowed"),
             S("比基线的 0.9417 差 0.0167，允许 0"));
    QCOMPARE(coreText("the runs do not compare: an unknown number of cases against 3"),
             S("两次评测不可比：用例数未知，对 3 个"));
    for (const char* said : {"the correction that was to be used was taken back or changed; nothing was done",
                             "somebody has saved a newer queue of that name; it was left as it is",
                             "the store has to be brought up to date first, and another program has it open; "
                             "close that one and try again",
                             "the file holds not one JSON object; nothing was read"}) {
        QVERIFY2(isChinese(coreText(said)), said);
    }
    desk.open();
    desk.press("/");
    desk.type("latency>=fast");
    desk.press("Return");
    QTRY_COMPARE(desk.notice(), S("筛选条件，第 10 列：比较需要数字，例如 logprob<-3 或 latency>=2000"));
    QCOMPARE(CommandRegistry::keysText(*desk.window().commands().find(S("row.next"))),
             S("J, Down, Alt+Down"));
}

void TestChinese::thousandsOfSentencesAreTranslatedAtOnce() {
    ChineseDesk desk;
    QElapsedTimer clock;
    clock.start();
    for (int said = 0; said < 20'000; ++said) { // minutes, where each call compiles patterns
        QCOMPARE(coreText("nothing that is known"), S("nothing that is known"));
        QVERIFY2(clock.elapsed() < test::kPatienceMs, "a refresh of many lines would hold the window up");
    }
    QCOMPARE(coreText("act  is already undone"), S("act  is already undone")); // no value is empty
    std::string often = "1";
    for (int part = 0; part < 20'000; ++part) {
        often += " worse than the baseline's 2";
    }
    QVERIFY(isChinese(coreText(often + ", 3 is allowed")));
    QCOMPARE(coreText(often), QString::fromStdString(often));
}

QTEST_MAIN(TestChinese)
#include "tst_chinese.moc"
