// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/row_act.h"

#include "app/cli/act_report.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/store/store_redactor.h"

#include <optional>

namespace goldpan::cli {

Result<int> actOnRows(const ActOptions& options, const RowSelection& selection, const std::string& label,
                      Io& io, const RowAct& act) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto rows = selectRows(**store, selection, options.json, io);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(**store, **redactor, io.clock, options.operatorName);
    std::optional<ProgressLine> line(std::in_place, io, label);
    const auto outcome = act(service, *rows, line->callback());
    line.reset();
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    printAct(io, options.json, label, *outcome);
    return kExitDone;
}

} // namespace goldpan::cli
