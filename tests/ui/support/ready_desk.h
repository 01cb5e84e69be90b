// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadyDesk: the window on a store with three days of rows, for tests of the readiness panel. Test support;
// GUI thread.
#pragma once

#include "core/feedback/event_service.h"
#include "core/readiness/retrain_service.h"
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/readiness/chart_view.h"

#include <QLabel>
#include <QTableView>

namespace goldpan::test {

inline Timestamp at(const char* time) {
    return *parseTimestamp(time);
}

/// 60 rows over three days, 20 a day from midnight: every fifth of low confidence, every tenth disliked.
struct ReadyDesk : WindowDesk {
    ReadyDesk()
        : WindowDesk(0) {
        std::vector<LogEntry> rows;
        for (int number = 0; number < 60; ++number) {
            LogEntry row = entry("r" + std::to_string(number));
            row.ts = Timestamp{at("2025-06-10").micros + (number / 20) * 24 * kMicrosPerHour +
                               (number % 20) * kMicrosPerHour};
            row.responseLogprob = number % 5 == 0 ? -4.1 : -1.1;
            if (number % 10 == 0) {
                row.tags = {"user_negative"};
            }
            rows.push_back(row);
        }
        store().add(rows);
    }
    void drift(const char* time) {
        feedback::EventService events(store().store(), backend().redactor, backend().clock, "ana");
        QVERIFY(events.applyDrift({.ts = at(time), .windowMicros = 6 * kMicrosPerHour}));
    }
    void correct(const char* id, const char* text = "gold") {
        review::ReviewService review(store().store(), backend().redactor, backend().clock, "ana");
        QVERIFY(review.correct(store().row(id), text, CorrectionSource::operatorWritten));
    }
    void gate(gates::GateStatus status, const char* reason) {
        gates::GateReport report{gates::Verdict::blocked, {{.suite = "refunds", .metric = "pass_rate"}}};
        report.gates[0].status = status;
        report.gates[0].reason = reason;
        readiness::RetrainService service(store().store(), backend().redactor, backend().clock, "ana");
        QVERIFY(service.keepVerdict(report, "m2"));
    }
    /// Opens the window and the panel, and waits until all is read.
    void openPanel() {
        open();
        press("F9");
        QTRY_VERIFY(table("triggerTable").model()->rowCount() > 0);
    }
    QTableView& table(const char* name) { return find<QTableView>(name); }
    QString cell(const char* name, int row, int column) {
        return table(name).model()->index(row, column).data().toString();
    }
    ui::ChartView& chart(const char* name) { return find<ui::ChartView>(name); }
    QString label(const char* name) { return find<QLabel>(name).text(); }
    bool isShown(const char* name) { return find<QWidget>(name).isVisible(); }
    int rows() { return queue().model()->rowCount(); }
};

} // namespace goldpan::test
