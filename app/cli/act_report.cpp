// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/act_report.h"

#include "app/cli/output.h"

#include <ostream>

namespace goldpan::cli {

void printAct(Io& io, bool json, std::string_view what, const review::ActOutcome& outcome) {
    if (json) {
        printJson(io.out, {{"act", outcome.act ? Json(outcome.act->value) : Json(nullptr)},
                           {"changed", outcome.changed},
                           {"skipped", outcome.skipped}});
        return;
    }
    io.out << plainText(what) << ": " << outcome.changed << " changed, " << outcome.skipped << " skipped";
    if (outcome.act) {
        io.out << " (act " << outcome.act->value << ')';
    }
    io.out << '\n';
}

} // namespace goldpan::cli
