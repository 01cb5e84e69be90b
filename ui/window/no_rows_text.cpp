// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/no_rows_text.h"

#include "ui/commands/command_registry.h"

#include <QCoreApplication>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::NoRowsText)
};

} // namespace

NoRowsText noRowsText(NoRows why, const CommandRegistry& registry) {
    const auto key = [&registry](const char* id) { return registry.keyText(id); };
    switch (why) {
    case NoRows::noStore:
        return {Words::tr("No store is open"),
                Words::tr("Import the log of a model, or open a store that you worked on before."),
                Words::tr("%1 imports · %2 opens").arg(key("log.import"), key("store.open"))};
    case NoRows::stopped:
        return {Words::tr("The search was stopped before it found a row"),
                Words::tr("Search again, or change the filter."),
                Words::tr("%1 searches again · %2 filters").arg(key("view.refresh"), key("filter.search"))};
    case NoRows::looking:
        return {Words::tr("Looking…"), Words::tr("Rows are shown as they are found."),
                Words::tr("%1 stops the search").arg(key("pane.queue"))};
    case NoRows::emptyStore:
        return {Words::tr("This store is empty"), Words::tr("Import a log into it."), key("log.import")};
    case NoRows::nothingToReview:
        return {Words::tr("Nothing left to review here"),
                Words::tr("Export what you have corrected, or widen the filter."),
                Words::tr("%1 exports · %2 shows all rows").arg(key("export.dialog"), key("queue.all"))};
    case NoRows::noMatch:
        return {Words::tr("No row matches the filter"), Words::tr("Change the filter, or show all rows."),
                Words::tr("%1 filters · %2 shows all rows").arg(key("filter.search"), key("queue.all"))};
    }
    return {};
}

} // namespace goldpan::ui
