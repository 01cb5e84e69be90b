// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text from logs and people that tries to be more than text, in every place that shows it: it is shown as it
// is written, hides nothing, loads nothing and moves nothing.
#include "core/exporting/export_service.h"
#include "core/review/review_service.h"
#include "core/store/saved_queues.h"
#include "tests/ui/support/form_checks.h"
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using namespace std::string_literals;
using goldpan::test::WindowDesk;

namespace {

constexpr auto S = [](const char* text) { return QString::fromUtf8(text); };

const std::string kHtml = "<b>bold</b><img src=\"http://localhost:9/x.png\">&lt;";
const std::string kBidi = "abc\u202Edef\u2066ghi\u200B";
constexpr const char* kBidiShown = "abc⟨U+202E⟩def⟨U+2066⟩ghi⟨U+200B⟩";

struct Hostile {
    const char* name;
    std::string text;
};

std::vector<Hostile> hostileTexts() {
    std::string marks = "e";
    for (int i = 0; i < 200; ++i) {
        marks += "\u0301";
    }
    return {
        {"HTML", kHtml},
        {"bidirectional controls", kBidi},
        {"NUL", "before\0after"s},
        {"a line of 1 MB", std::string(1 << 20, 'w')},
        {"10,000 line feeds", "first" + std::string(10'000, '\n') + "last"},
        {"lone combining marks", "\u0301\u0301" + marks},
    };
}

/// A window on three rows with one prompt, all texts hostile as far as the log may bring them. The first and
/// the last have suggestions, the second is accepted.
class HostileDesk : public WindowDesk {
public:
    explicit HostileDesk(const std::string& text)
        : WindowDesk(0, text.substr(0, 60)) {
        const std::string name = text.substr(0, 200);
        std::vector<LogEntry> rows;
        for (const char* id : {"one", "two", "three"}) {
            LogEntry row = test::entry(id);
            row.ts = Timestamp{static_cast<std::int64_t>(rows.size() + 1) * 3'600'000'000LL};
            row.prompt = text;
            row.response = text;
            row.modelVersion = name;
            row.userIdHash = name;
            row.tags = {name};
            row.requestId = name + id;
            rows.push_back(row);
        }
        store().add(rows);
        review::ReviewService service(store().store(), backend().redactor, backend().clock, name);
        (void)service.importSuggestions(
            std::vector<review::RowText>{{rows[0].requestId, text}, {rows[2].requestId, "Better " + text}});
        const RowId second = store().row(rows[1].requestId);
        (void)service.decide({&second, 1}, review::Decision::accept);
        (void)store().store().savedQueues().put({name, "\"" + text.substr(0, 20) + "\"", {}});
    }

    /// Nothing in any window takes text for HTML or hides a character, and no dialog became wider than the
    /// window of the same contents without malice.
    QString trouble(const char* place) {
        QStringList out;
        for (QWidget* root : QApplication::topLevelWidgets()) {
            if (!root->isVisible()) {
                continue;
            }
            out << test::richTextTrouble(*root) << hidden(*root) << pictures(*root);
            if (root->minimumSizeHint().width() > kWidest) {
                out << S("%1 wants %2 pixels").arg(root->objectName()).arg(root->minimumSizeHint().width());
            }
        }
        out.removeAll(QString());
        return out.isEmpty() ? QString() : S(place) + S(": ") + out.join(u'\n');
    }

private:
    static constexpr int kWidest = 1400;

    static bool hides(const QString& text) {
        return text.contains(QChar(0x202E)) || text.contains(QChar(0x2066)) || text.contains(QChar(0x200B)) ||
               text.contains(QChar(0));
    }

    static QString hidden(const QWidget& root) {
        QStringList out;
        const auto check = [&out](const QWidget& widget, const QString& text) {
            if (hides(text)) {
                out << S("%1 hides something").arg(widget.objectName());
            }
        };
        check(root, root.windowTitle());
        for (const auto* label : root.findChildren<QLabel*>()) {
            check(*label, label->text());
        }
        for (const auto* button : root.findChildren<QAbstractButton*>()) {
            check(*button, button->text());
        }
        for (const auto* view : root.findChildren<QPlainTextEdit*>()) {
            if (view->isReadOnly()) {
                check(*view, view->toPlainText());
            }
        }
        for (const auto* widget : root.findChildren<QWidget*>()) {
            check(*widget, widget->toolTip());
        }
        for (auto* view : root.findChildren<QAbstractItemView*>()) {
            check(*view, cells(*view));
        }
        return out.join(u'\n');
    }

    /// What the delegate would paint, and tooltips.
    static QString cells(const QAbstractItemView& view) {
        QString out;
        if (view.model() == nullptr || qobject_cast<const QHeaderView*>(&view) != nullptr) {
            return out; // a header paints its sections only
        }
        for (int row = 0; row < std::min(20, view.model()->rowCount()); ++row) {
            for (int column = 0; column < view.model()->columnCount(); ++column) {
                const QModelIndex index = view.model()->index(row, column);
                auto* delegate = qobject_cast<QStyledItemDelegate*>(view.itemDelegateForIndex(index));
                const QVariant shown = index.data();
                out += delegate == nullptr ? shown.toString() : delegate->displayText(shown, QLocale());
                const QString tip = index.data(Qt::ToolTipRole).toString();
                out += tip;
                if (tip.contains(S("<img")) || tip.contains(S("<b>"))) {
                    out += QChar(0x202E); // counts as trouble
                }
            }
        }
        return out;
    }

    static QString pictures(const QWidget& root) {
        for (const auto* view : root.findChildren<QPlainTextEdit*>()) {
            for (const QTextFormat& format : view->document()->allFormats()) {
                if (format.isImageFormat()) {
                    return S("%1 holds a picture").arg(view->objectName());
                }
            }
        }
        return {};
    }
};

} // namespace

class TestHostileText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowStaysPlainAndKeepsItsSize_data() { addTexts(); }
    void theWindowStaysPlainAndKeepsItsSize();
    void dialogsStayPlain_data() { addTexts(); }
    void dialogsStayPlain();
    void textsAreShownLiterally();
    void noticesAndFilesStayPlain();
    void completionsHideNothing();

private:
    static void addTexts() {
        QTest::addColumn<QByteArray>("text");
        for (const Hostile& hostile : hostileTexts()) {
            QTest::newRow(hostile.name) << QByteArray::fromStdString(hostile.text);
        }
    }
};

void TestHostileText::theWindowStaysPlainAndKeepsItsSize() {
    QFETCH(QByteArray, text);
    HostileDesk desk(text.toStdString());
    desk.open();
    const QSize size = desk.window().size();
    const int widest = desk.window().minimumSizeHint().width();
    QCOMPARE(desk.trouble("queue"), QString());
    desk.press("H");
    desk.press("D");
    QTRY_VERIFY(desk.find<QWidget>("diffView").isVisible());
    desk.press("G"); // the suggestion, which is the response: nothing changes
    desk.press("D");
    QCOMPARE(desk.trouble("side by side"), QString());
    desk.press("D");
    desk.press("J");
    QTRY_COMPARE(desk.find<QAbstractItemView>("historyList").model()->rowCount(), 1);
    QCOMPARE(desk.trouble("history"), QString());
    desk.press("K");
    desk.press("E");
    desk.press("Ctrl+Home");
    desk.type("Gold ");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.store().ids("state:corrected").empty(), false);
    QTRY_COMPARE(desk.notice(), S("1 other row has this prompt and is not reviewed."));
    QCOMPARE(desk.trouble("offer"), QString());
    desk.press("Esc");
    desk.press("D");
    QCOMPARE(desk.trouble("difference"), QString());
    desk.press("End");
    QTRY_COMPARE(desk.queue().currentIndex().row(), 2);
    desk.press("G");
    QTRY_VERIFY2(desk.notice().startsWith(S("The suggestion is this row's draft now")),
                 qPrintable(desk.notice()));
    QCOMPARE(desk.editor().text(), "Better " + text.toStdString());
    QCOMPARE(desk.trouble("suggestion"), QString());
    QCOMPARE(desk.window().size(), size);
    QVERIFY2(desk.window().minimumSizeHint().width() <= std::max(widest, 1400), "the window grew");
}

void TestHostileText::dialogsStayPlain() {
    QFETCH(QByteArray, text);
    HostileDesk desk(text.toStdString());
    desk.open();
    desk.filter().setText(S("\"%1\"").arg(toQString(text.left(20).toStdString())));
    for (const auto& [command, name] :
         {std::pair("history.store", "storeHistory"), std::pair("bulk.open", "bulkDialog"),
          std::pair("queue.save", "savedQueuesDialog"), std::pair("queue.arrangeSaved", "savedQueuesDialog"),
          std::pair("export.dialog", "exportDialog"), std::pair("settings.open", "settingsDialog")}) {
        desk.window().commands().trigger(S(command));
        auto* dialog = &desk.find<QDialog>(name);
        QTRY_VERIFY(dialog->isVisible());
        if (auto* list = dialog->findChild<QAbstractItemView*>(S("actList"))) {
            QTRY_VERIFY(list->model()->rowCount() > 0);
        }
        if (auto* list = dialog->findChild<QAbstractItemView*>(S("bulkSample"))) {
            QTRY_VERIFY(list->model()->rowCount() > 0);
            desk.find<QComboBox>("bulkAct").setCurrentIndex(5);
            desk.find<QLineEdit>("bulkTag").setText(toQString(text.left(20).toStdString()));
        }
        if (auto* preview = dialog->findChild<QPlainTextEdit*>(S("exportPreview"))) {
            auto& format = desk.find<QComboBox>("exportFormat"); // of the rows as they are
            format.setCurrentIndex(format.findData(static_cast<int>(exporting::Format::log)));
            QTRY_VERIFY(!preview->toPlainText().isEmpty());
        }
        QCOMPARE(desk.trouble(command), QString());
        QVERIFY2(dialog->width() <= desk.window().width(), command);
        dialog->reject();
        QTRY_VERIFY(!dialog->isVisible());
    }
    desk.window().commands().trigger(S("palette.open"));
    desk.find<QLineEdit>("paletteQuery").setText(toQString(text.left(200).toStdString()));
    QCOMPARE(desk.trouble("palette"), QString());
}

void TestHostileText::textsAreShownLiterally() {
    HostileDesk desk(kHtml);
    desk.open();
    const QString html = S(kHtml.c_str());
    QVERIFY(desk.find<QPlainTextEdit>("promptView").toPlainText().contains(html));
    QVERIFY(desk.find<QPlainTextEdit>("responseView").toPlainText().contains(html));
    QCOMPARE(desk.editor().toPlainText(), html);
    QTRY_VERIFY(desk.cell(0, QueueModel::PromptColumn).startsWith(html));
    QVERIFY(desk.cell(0, QueueModel::TagsColumn).startsWith(S("<b>bold")));
    QVERIFY(desk.find<QLabel>("metaFacts").text().contains(S("<b>bold</b>")));
    QVERIFY(desk.find<QLabel>("tagName").text().startsWith(S("<b>bold</b>")));
    QVERIFY(desk.find<QLabel>("operatorLine").text().contains(S("<b>bold</b>")));
    QVERIFY(desk.find<QToolButton>("queue.saved1").text().contains(S("<b>bold")));
    desk.press("J");
    desk.press("H");
    auto& history = desk.find<QAbstractItemView>("historyList");
    QTRY_COMPARE(history.model()->rowCount(), 1);
    QVERIFY(history.model()->index(0, 1).data().toString().startsWith(S("<b>bold")));
}

void TestHostileText::noticesAndFilesStayPlain() {
    HostileDesk desk(kBidi);
    desk.open();
    desk.window().openPath(S("/nowhere/<b>\u202Ex</b>.jsonl"));
    QTRY_VERIFY(desk.notice().contains(S("<b>")));
    QCOMPARE(desk.find<QLabel>("noticeText").text(), S("There is no file /nowhere/<b>⟨U+202E⟩x</b>.jsonl."));
    QCOMPARE(desk.trouble("notice"), QString());
    desk.notices().closeNotice();

    const std::string log = desk.store().dir().write(
        "<b>\u202Ex.jsonl",
        "<img src=x> \u202E\n"
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"p","response":"x"})"
        "\n");
    desk.window().openPath(QString::fromStdString(log));
    QTRY_VERIFY2(desk.find<QLabel>("noticeText").text().startsWith(S("<b>⟨U+202E⟩x.jsonl is a log.")),
                 qPrintable(desk.notice()));
    QCOMPARE(desk.trouble("offer of an import"), QString());
    desk.pressNoticeAction(S("Import"));
    QTRY_COMPARE(desk.find<QLabel>("noticeText").text(),
                 S("<b>⟨U+202E⟩x.jsonl: 1 row imported, 1 bad line in quarantine."));
    QCOMPARE(desk.trouble("quarantine"), QString());
    QCOMPARE(desk.find<QLabel>("operatorLine").text().section(S(" · "), 0, 0), S(kBidiShown));
}

void TestHostileText::completionsHideNothing() {
    HostileDesk desk(kBidi);
    desk.open();
    desk.press("T");
    QTRY_COMPARE(desk.focus(), S("tagEdit"));
    desk.type("abc");
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    QCOMPARE(desk.trouble("completion of a tag"), QString());
    desk.press("Esc");
    desk.press("Esc");
    desk.press("/");
    desk.type("tag:");
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    QCOMPARE(desk.trouble("completion of the filter"), QString());
}

QTEST_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
