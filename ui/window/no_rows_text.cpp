// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/no_rows_text.h"

#include <QCoreApplication>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::NoRowsText)
};

} // namespace

NoRowsText noRowsText(NoRows why) {
    switch (why) {
    case NoRows::noStore:
        return {Words::tr("No store is open"),
                Words::tr("Import the log of a model, or open a store that you worked on before."),
                Words::tr("Ctrl+I imports · Ctrl+O opens")};
    case NoRows::stopped:
        return {Words::tr("The search was stopped before it found a row"),
                Words::tr("Search again, or change the filter."), Words::tr("F5 searches again · / filters")};
    case NoRows::looking:
        return {Words::tr("Looking…"), Words::tr("Rows are shown as they are found."),
                Words::tr("Esc stops the search")};
    case NoRows::emptyStore:
        return {Words::tr("This store is empty"), Words::tr("Import a log into it."), Words::tr("Ctrl+I")};
    case NoRows::nothingToReview:
        return {Words::tr("Nothing left to review here"),
                Words::tr("Export what you have corrected, or widen the filter."),
                Words::tr("Ctrl+Shift+E exports · 0 shows all rows")};
    case NoRows::noMatch:
        return {Words::tr("No row matches the filter"), Words::tr("Change the filter, or show all rows."),
                Words::tr("/ filters · 0 shows all rows")};
    }
    return {};
}

} // namespace goldpan::ui
