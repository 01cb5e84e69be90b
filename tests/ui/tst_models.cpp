// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every item model of the window keeps the promises that Qt's views build on, through everything that happens
// to it. A new model class has to be put to the test here.
#include "tests/support/places.h"
#include "tests/ui/support/window_desk.h"
#include "tests/ui/support/written_classes.h"
#include "ui/commands/command_registry.h"
#include "ui/palette/palette_model.h"
#include "ui/queue/queue_model.h"
#include "ui/readiness/gate_model.h"
#include "ui/readiness/trigger_model.h"
#include "ui/settings/keys_model.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <memory>
#include <vector>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

constexpr auto S = [](const char* text) { return QString::fromLatin1(text); };

using Tester = QAbstractItemModelTester;
constexpr auto kFatal = Tester::FailureReportingMode::QtTest;

std::vector<RowId> ids(std::int64_t first, std::int64_t last) {
    std::vector<RowId> out;
    for (std::int64_t id = first; id <= last; ++id) {
        out.push_back(RowId{id});
    }
    return out;
}

/// Answers or refuses what the model asks for, as the queue session does.
class Shelf : public QObject {
public:
    explicit Shelf(QueueModel& model) {
        connect(&model, &QueueModel::pageWanted, this,
                [this, &model](quint64 generation, int page, const std::vector<RowId>& wanted) {
                    ++m_asked;
                    if (failing) {
                        model.failPage(generation, page);
                        return;
                    }
                    std::vector<queue::QueueRow> rows;
                    for (const RowId id : wanted) {
                        if (id.value % 7 != 0) { // the others are no longer in the store
                            rows.emplace_back().id = id;
                        }
                    }
                    model.takePage(generation, page, std::move(rows));
                });
    }
    [[nodiscard]] int asked() const { return m_asked; }
    bool failing = false;

private:
    int m_asked = 0;
};

/// Every cell in every role that a view asks for.
void lookAt(const QAbstractItemModel& model, int rows) {
    for (int row = 0; row < std::min(rows, model.rowCount()); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role :
                 {Qt::DisplayRole, Qt::DecorationRole, Qt::ToolTipRole, Qt::FontRole, Qt::ForegroundRole,
                  Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole}) {
                (void)model.index(row, column).data(role);
            }
        }
    }
}

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyModelClassIsTestedHere();
    void theQueueLoadsGrowsAndIsReplaced();
    void theQueueShowsDecisionsAndFreshRows();
    void thePaletteIsFilteredAndRestarted();
    void theKeysFollowTheRegistry();
    void whatReadinessListsIsReplaced();
    void everyModelOfTheWindowHolds();
};

void TestModels::everyModelClassIsTestedHere() {
    const QStringList written =
        test::classesDerivedFrom(S("QAbstract\\w*Model|Q\\w+ProxyModel|QStandardItemModel|QStringListModel"),
                                 QString::fromStdString(test::sourceFile("ui")));
    QCOMPARE(written, QStringList({S("GateModel"), S("KeysModel"), S("PaletteModel"), S("QueueModel"),
                                   S("TriggerModel")}));
}

void TestModels::theQueueLoadsGrowsAndIsReplaced() {
    QueueModel model;
    const Tester tester(&model, kFatal);
    Shelf shelf(model);
    lookAt(model, 1);
    model.setIds(ids(1, 450));
    lookAt(model, 450);
    QTRY_VERIFY(shelf.asked() > 0);
    QTRY_VERIFY(model.index(3, 0).data(QueueModel::StateRole).isValid());
    lookAt(model, 450);
    model.appendIds(ids(451, 460));
    model.appendIds({});
    model.appendIds(ids(461, 1200));
    lookAt(model, 1200);
    model.refreshRows();
    lookAt(model, 1200);
    shelf.failing = true;
    model.setIds(ids(2001, 2100));
    const int before = shelf.asked();
    lookAt(model, 100);
    QTRY_VERIFY(shelf.asked() > before);
    shelf.failing = false;
    model.setIds(ids(5, 5));
    lookAt(model, 1);
    model.setIds({});
    QCOMPARE(model.rowCount(), 0);
    lookAt(model, 1);
}

void TestModels::theQueueShowsDecisionsAndFreshRows() {
    QueueModel model;
    const Tester tester(&model, kFatal);
    Shelf shelf(model);
    model.setIds(ids(1, 300));
    lookAt(model, 300);
    QTRY_VERIFY(model.index(0, 0).data(QueueModel::StateRole).isValid());
    model.setPending(RowId{2}, ReviewState::accepted);
    model.setPending(RowId{9999}, ReviewState::accepted); // not of this result
    queue::QueueRow fresh;
    fresh.id = RowId{2};
    fresh.state = ReviewState::corrected;
    model.updateRow(fresh);
    fresh.id = RowId{9999};
    model.updateRow(fresh);
    model.setPending(RowId{2}, std::nullopt);
    lookAt(model, 300);
    QCOMPARE(model.shownState(1), ReviewState::corrected);
    QCOMPARE(model.rowOf(RowId{9999}), -1);
}

void TestModels::thePaletteIsFilteredAndRestarted() {
    CommandRegistry registry(builtInCommands());
    PaletteModel model(registry);
    const Tester tester(&model, kFatal);
    for (const char* query : {"", "q", "queue", "queue zzz", "row.next", "", "<b>"}) {
        model.setQuery(S(query));
        lookAt(model, model.rowCount());
    }
    model.restart({S("app.quit"), S("not.a.command"), S("app.quit")});
    lookAt(model, model.rowCount());
    QCOMPARE(model.rowCount(), static_cast<int>(registry.commands().size()));
}

void TestModels::theKeysFollowTheRegistry() {
    CommandRegistry registry(builtInCommands());
    KeysModel model(registry);
    const Tester tester(&model, kFatal);
    lookAt(model, model.rowCount());
    const int all = model.rowCount();
    QCOMPARE(registry.setKeys(S("row.next"), {}), QString());
    lookAt(model, model.rowCount());
    model.setQuery(S("row"));
    QCOMPARE(registry.setKeys(S("row.next"), registry.defaultKeys(S("row.next"))), QString());
    model.setQuery(S("nothing of the kind"));
    lookAt(model, 1);
    model.setQuery({});
    QCOMPARE(model.rowCount(), all);
}

void TestModels::whatReadinessListsIsReplaced() {
    TriggerModel triggers;
    const Tester triggersHold(&triggers, kFatal);
    triggers.setTriggers({{.kind = cadence::TriggerKind::drift,
                           .subject = "2025-06-12T09:00:00.000000Z",
                           .have = 73,
                           .need = 100,
                           .reason = "collect more: 73 of 100 corrected rows in the window"},
                          {.kind = cadence::TriggerKind::schedule, .need = 0},
                          {.kind = cadence::TriggerKind::cluster, .subject = "cluster:\xE2\x80\xAEx"}},
                         {});
    lookAt(triggers, 3);
    QCOMPARE(triggers.index(0, TriggerModel::ProgressColumn).data().toString(), S("73/100"));
    triggers.setTriggers({}, {});
    QCOMPARE(triggers.rowCount(), 0);

    GateModel report;
    const Tester reportHolds(&report, kFatal);
    report.setGates(std::vector<gates::Gate>(2000)); // more than anybody reads
    lookAt(report, report.rowCount());
    QCOMPARE(report.rowCount(), 1001); // and a line that says how many more
    report.setGates({});
    QCOMPARE(report.rowCount(), 0);
}

/// Qt's own models too: completions and lists that the window fills.
void TestModels::everyModelOfTheWindowHolds() {
    WindowDesk desk(12);
    desk.open();
    std::vector<std::unique_ptr<Tester>> testers;
    const auto models = desk.window().findChildren<QAbstractItemModel*>();
    for (QAbstractItemModel* model : models) {
        if (!model->objectName().startsWith(S("qt_")) &&
            !QByteArray(model->metaObject()->className()).startsWith("QCompletionModel")) {
            testers.push_back(std::make_unique<Tester>(model, kFatal));
        }
    }
    QVERIFY(testers.size() > 5);
    const auto run = [&desk](const char* command) { desk.window().commands().trigger(S(command)); };
    const auto rows = [&desk] { return desk.queue().model()->rowCount(); };
    run("view.history");
    run("review.accept");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    run("edit.undo");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    QTRY_COMPARE(desk.current(), S("r1")); // the window goes there once it knows
    run("queue.deferred");
    QTRY_COMPARE(rows(), 0);
    run("queue.all");
    QTRY_COMPARE(rows(), 12);
    desk.store().add({test::entry("new")});
    run("view.refresh");
    QTRY_COMPARE(rows(), 13);
    for (const auto& [command, name] :
         {std::pair("history.store", "storeHistory"), std::pair("bulk.open", "bulkDialog"),
          std::pair("queue.arrangeSaved", "savedQueuesDialog"), std::pair("export.dialog", "exportDialog"),
          std::pair("settings.open", "settingsDialog")}) {
        run(command);
        auto& dialog = desk.find<QDialog>(name);
        QTRY_VERIFY(dialog.isVisible());
        dialog.reject();
        QTRY_VERIFY(!dialog.isVisible());
    }
    desk.find<QLineEdit>("settingsKeySearch").setText(S("row"));
    desk.find<QLineEdit>("settingsKeySearch").clear();
    desk.find<QLineEdit>("paletteQuery").setText(S("queue"));
    desk.find<QLineEdit>("paletteQuery").clear();
}

QTEST_MAIN(TestModels)
#include "tst_models.moc"
