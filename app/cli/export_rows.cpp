// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export_rows.h"

#include "app/cli/progress_line.h"
#include "core/exporting/export_service.h"

namespace goldpan::cli {

readiness::ExportRows exportRows(store::Store& store, const redact::Redactor& redactor, Io& io,
                                 const std::string& name) {
    return [&store, &redactor, &io, name](const std::function<void(const store::EntryRecord&)>& sink) {
        ProgressLine line(io, name);
        return exporting::ExportService(store, redactor, io.clock)
            // What is not corrected is never exported: without it the scan leaves most tagged rows unread.
            .eachRow({.filterText = "state:corrected"}, sink, line.callback(), io.stop);
    };
}

} // namespace goldpan::cli
