// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/decision_text.h"

#include "ui/common/visible_text.h"

#include <QCoreApplication>

namespace goldpan::ui {

ReviewState stateAfter(review::Decision decision) {
    switch (decision) {
    case review::Decision::accept:
        return ReviewState::accepted;
    case review::Decision::discard:
        return ReviewState::discarded;
    case review::Decision::defer:
        return ReviewState::deferred;
    case review::Decision::reopen:
        return ReviewState::unreviewed;
    }
    return ReviewState::unreviewed;
}

QString decisionText(review::Decision decision) {
    switch (decision) {
    case review::Decision::accept:
        return QCoreApplication::translate("goldpan::ui::Decision", "Accepting");
    case review::Decision::discard:
        return QCoreApplication::translate("goldpan::ui::Decision", "Discarding");
    case review::Decision::defer:
        return QCoreApplication::translate("goldpan::ui::Decision", "Deferring");
    case review::Decision::reopen:
        return QCoreApplication::translate("goldpan::ui::Decision", "Reopening");
    }
    return {};
}

QString actText(const QString& what, const RowDetailPtr& detail) {
    constexpr std::size_t kIdLetters = 40;
    return detail == nullptr ? what
                             : QCoreApplication::translate("goldpan::ui::Decision", "%1 (row %2)")
                                   .arg(what, visibleLine(detail->record.entry.requestId, kIdLetters));
}

} // namespace goldpan::ui
