// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/many_rows_desk.h"

#include "ui/common/notice_bar.h"

#include <QTest>

namespace goldpan::test {

ManyRowsDesk::ManyRowsDesk()
    : WindowDesk(kManyRows) {}

void ManyRowsDesk::beginBulk() {
    open();
    goOnWithBulk();
}

void ManyRowsDesk::goOnWithBulk() {
    holdJobsAfter(2);
    QTRY_COMPARE(focus(), QStringLiteral("queueView"));
    press("B");
    QTRY_COMPARE(focus(), QStringLiteral("bulkAct"));
    press("Down");
    press("Down");
    press("Return");
    QTRY_VERIFY(areJobsHeld());
    QVERIFY(notices().isProgressShown());
    QTRY_COMPARE(focus(), QStringLiteral("queueView"));
}

int ManyRowsDesk::discarded() {
    return QString::fromStdString(store().query("SELECT count(*) FROM entry WHERE state = 3")).toInt();
}

std::string ManyRowsDesk::finishedActs() {
    return store().query("SELECT count(*) FROM act_end");
}

} // namespace goldpan::test
