// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/logged_corrections.h"

#include "app/cli/output.h"
#include "app/composition/store_factory.h"
#include "core/review/logged_corrections.h"
#include "core/store/store_redactor.h"

#include <ostream>

namespace goldpan::cli {

Result<review::TextsTally> writeLoggedCorrections(const std::string& path,
                                                  const std::vector<LoggedCorrection>& corrections,
                                                  const std::string& operatorName, Io& io) {
    const auto store = composition::openStore(path);
    if (!store) {
        return std::unexpected(store.error());
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::CorrectionsImportOutcome outcome;
    const auto done =
        review::importLogged(**store, **redactor, io.clock, operatorName, corrections, outcome, io.stop);
    for (const auto& id : outcome.piiIds) {
        io.err << "redacted, export holds it back until it is saved by hand: " << plainText(id) << '\n';
    }
    return done ? Result<review::TextsTally>(outcome.texts) : std::unexpected(done.error());
}

} // namespace goldpan::cli
