// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the window reads a row: all of it as of one moment, and no more often than it has to.
#include "tests/store/support/store_builder.h"
#include "tests/ui/support/window_desk.h"
#include "ui/state/detail_loader.h"
#include "ui/state/row_detail.h"
#include "ui/state/store_session.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <functional>
#include <latch>
#include <sqlite3.h>
#include <string_view>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::StoreBuilder;
using goldpan::test::WindowDesk;

namespace {

/// Hears of what the stores that are opened while it lives read.
class Eavesdropper {
public:
    /// Called from the threads of the stores: with `SQLITE_TRACE_STMT` of each statement, with
    /// `SQLITE_TRACE_ROW` of each row that one has read.
    Eavesdropper(unsigned what, std::function<void(std::string_view sql)> heard)
        : m_heard(std::move(heard)) {
        s_what = what;
        s_self = this;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&listen));
    }
    ~Eavesdropper() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&listen)); }
    Eavesdropper(const Eavesdropper&) = delete;
    Eavesdropper& operator=(const Eavesdropper&) = delete;

private:
    static int listen(sqlite3* handle, char**, const void*) {
        return sqlite3_trace_v2(handle, s_what, &hear, s_self);
    }
    static int hear(unsigned, void* self, void* statement, void*) {
        const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
        static_cast<Eavesdropper*>(self)->m_heard(sql == nullptr ? "" : sql);
        return 0;
    }

    static inline unsigned s_what = 0;
    static inline Eavesdropper* s_self = nullptr;
    std::function<void(std::string_view sql)> m_heard;
};

} // namespace

class TestRowDetail final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsShownOfARowFitsTogether();
    void whatIsOnItsWayIsNotReadAgain();
};

void TestRowDetail::whatIsShownOfARowFitsTogether() {
    StoreBuilder store;
    store.add({test::entry("r1")});
    const RowId row = store.row("r1");
    std::unique_ptr<store::Store> reader;
    bool isOpen = false;
    bool isWritten = false;
    const Eavesdropper ear(SQLITE_TRACE_ROW, [&](std::string_view) {
        if (isOpen && !std::exchange(isWritten, true)) { // when the first of it has been read
            store.run("INSERT INTO draft(entry, operator, text, updated_at) VALUES(" +
                      std::to_string(row.value) + ", 'ana', 'words', 1)");
        }
    });
    reader = store.another();
    isOpen = true;
    const auto before = readRowDetail(*reader, row, "ana");
    QVERIFY(before && isWritten);
    QVERIFY(!(*before)->row.hasDraft);
    QVERIFY(!(*before)->draft);
    const auto after = readRowDetail(*reader, row, "ana");
    QVERIFY(after && (*after)->row.hasDraft);
    QVERIFY((*after)->draft.has_value());
}

void TestRowDetail::whatIsOnItsWayIsNotReadAgain() {
    WindowDesk desk;
    std::atomic<int> reads = 0;
    const Eavesdropper ear(SQLITE_TRACE_STMT, [&reads](std::string_view sql) {
        reads += static_cast<int>(sql.starts_with("SELECT text FROM suggestion")); // once a row
    });
    StoreSession store(desk.backend(), desk.store().path());
    DetailLoader loader;
    loader.setStore(&store);
    QSignalSpy loaded(&loader, &DetailLoader::loaded);
    std::latch isBusy(1);
    QObject context;
    store.reader.run<int>(
        Lane::ordered, &context,
        [&isBusy](StoreWorker::Job&) -> Result<int> {
            isBusy.wait();
            return 0;
        },
        [](const Result<int>&) {});
    const RowId first = desk.store().row("r1");
    const RowId second = desk.store().row("r2");
    loader.prefetch({first, second, first});
    loader.prefetch({second, first});
    loader.prefetch({second}); // would take the place of the others, if it were begun
    isBusy.count_down();
    bool isRead = false;
    store.reader.run<int>(
        Lane::ordered, &context, [](StoreWorker::Job&) -> Result<int> { return 0; },
        [&isRead](const Result<int>&) { isRead = true; });
    QTRY_VERIFY(isRead);
    QCOMPARE(reads.load(), 2);
    loader.show(first);
    loader.show(second);
    QCOMPARE(loaded.size(), 2); // at once
    loader.forget(first);
    loader.prefetch({first});
    loader.forget(first); // what is on its way is as it was before
    loader.prefetch({first});
    QTRY_VERIFY(reads.load() >= 3);
    loader.show(first);
    QTRY_COMPARE(loaded.size(), 3);
    loader.setStore(nullptr);
}

QTEST_MAIN(TestRowDetail)
#include "tst_row_detail.moc"
