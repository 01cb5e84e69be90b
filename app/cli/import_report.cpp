// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_report.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"

#include <ostream>

namespace goldpan::cli {
namespace {

void printImport(Io& io, bool json, const ingest::ImportReport& report) {
    const auto redacted = countsByType(report.redacted, json);
    if (json) {
        printJson(io.out, {{"read", report.read},
                           {"stored", report.tally.stored},
                           {"duplicate", report.tally.duplicate},
                           {"retagged", report.tally.retagged},
                           {"differs", report.tally.differs},
                           {"sampled_out", report.tally.sampledOut},
                           {"quarantined", report.quarantined},
                           {"repaired", report.repaired},
                           {"pending", report.pending},
                           {"redacted", redacted},
                           {"complete", report.complete},
                           {"seconds", report.seconds}});
        return;
    }
    const auto text = [](std::int64_t count) { return std::to_string(count); };
    printTable(io.out, {{"read", text(report.read)},
                        {"stored", text(report.tally.stored)},
                        {"duplicate", text(report.tally.duplicate)},
                        {"retagged", text(report.tally.retagged)},
                        {"differs", text(report.tally.differs)},
                        {"sampled out", text(report.tally.sampledOut)},
                        {"quarantined", text(report.quarantined)},
                        {"repaired", text(report.repaired)},
                        {"pending", text(report.pending)},
                        {"redacted", countsText(redacted)},
                        {"complete", report.complete ? "yes" : "no"}});
}

void printDiffering(Io& io, const store::ImportTally& tally) {
    if (tally.differs == 0) {
        return;
    }
    io.err << "stored before with other content, the first text stays: "
           << plainText(joined(tally.differing, " "));
    if (const auto more = tally.differs - static_cast<std::int64_t>(tally.differing.size()); more > 0) {
        io.err << " and " << more << " more";
    }
    io.err << '\n';
}

} // namespace

Result<int> tellImport(Io& io, bool json, const ingest::ImportReport& report, const Result<void>& done) {
    printImport(io, json, report);
    if (!done) {
        return std::unexpected(done.error());
    }
    if (!json) {
        printDiffering(io, report.tally);
    }
    return kExitDone;
}

} // namespace goldpan::cli
