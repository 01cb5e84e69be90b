// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_check.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace goldpan::cli {

Result<int> runCheck(const CheckOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto problems = (*store)->upkeep().check(io.stop);
    if (!problems) {
        return std::unexpected(problems.error());
    }
    const bool ok = problems->empty();
    if (options.json) {
        printJson(io.out, {{"ok", ok}, {"problems", Json(*problems)}});
        return ok ? kExitDone : kExitFailed;
    }
    for (const auto& problem : *problems) {
        io.out << "problem: " << plainText(problem) << '\n';
    }
    io.out << (ok ? "The store is sound.\n" : "The store is damaged; go back to a backup.\n");
    return ok ? kExitDone : kExitFailed;
}

void addCheck(VerbTable& verbs) {
    auto options = std::make_shared<CheckOptions>();
    auto& verb = verbs.add("check", "Integrity of a store", options->json,
                           [options](Io& io) { return runCheck(*options, io); });
    addStore(verb, *options);
}

} // namespace goldpan::cli
