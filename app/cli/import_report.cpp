// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_report.h"

#include "app/cli/output.h"
#include "app/cli/verb_table.h"

#include <ostream>

namespace goldpan::cli {
namespace {

Json countsOf(const std::map<std::string, ingest::MappedTally::Reason>& reasons) {
    Json out = Json::object();
    for (const auto& [name, reason] : reasons) {
        out[name] = {{"count", reason.count}, {"lines", reason.lines}};
    }
    return out;
}

/// Only where another tool's log was read: the shape of an import of our own stays as it is.
void addProfiled(Json& shape, const ingest::ImportReport& report, const review::TextsTally* corrections) {
    if (report.profiled.empty()) {
        return;
    }
    auto& profiled = shape["profiled"] = Json::array();
    for (const auto& log : report.profiled) {
        profiled.push_back({{"log", log.log},
                            {"profile", log.profile},
                            {"reason", log.reason.empty() ? Json(nullptr) : Json(log.reason)},
                            {"skipped", countsOf(log.tally.skipped)},
                            {"quarantined", countsOf(log.tally.quarantined)},
                            {"ambiguous", countsOf(log.tally.ambiguous)},
                            {"streamed", !log.tally.readWhole},
                            {"companions",
                             {{"objects", log.tally.companions.objects},
                              {"unmatched", log.tally.companions.unmatched},
                              {"unused", log.tally.companions.unused},
                              {"broken", countsOf(log.tally.companions.broken)}}}});
    }
    shape["corrections"] = corrections == nullptr ? 0 : corrections->applied;
}

void tellReasons(Io& io, std::string_view what, const ingest::ProfiledLog& log,
                 const std::map<std::string, ingest::MappedTally::Reason>& reasons) {
    for (const auto& [name, reason] : reasons) {
        io.err << what << ' ' << reason.count << ": " << plainText(name);
        tellPlaces(io.err, plainText(log.log) + ':', reason);
    }
}

void tellCompanions(Io& io, const ingest::MappedTally::Companions& companions) {
    if (companions.objects > 0) {
        io.err << "companion files: " << companions.objects << " objects held in memory, "
               << companions.unmatched << " joined to no row, " << companions.unused
               << " that the profile has no use for\n";
    }
    for (const auto& [name, reason] : companions.broken) {
        io.err << "companion not read " << reason.count << ": " << plainText(name) << ", line";
        tellPlaces(io.err, "", reason);
    }
}

void tellProfiled(Io& io, const ingest::ImportReport& report, const review::TextsTally* corrections) {
    for (const auto& log : report.profiled) {
        io.err << plainText(log.log) << ": read by the profile " << plainText(log.profile)
               << (log.reason.empty() ? "" : ", chosen by ") << plainText(log.reason) << '\n';
        if (log.tally.readWhole) {
            io.err << "read as a whole, for this format cannot be read piece by piece\n";
        }
        tellCompanions(io, log.tally.companions);
        tellReasons(io, "passed over", log, log.tally.skipped);
        tellReasons(io, "quarantined", log, log.tally.quarantined);
        tellReasons(io, "ambiguous", log, log.tally.ambiguous);
    }
    if (corrections != nullptr) {
        io.err << "gold corrections that came in the log: " << corrections->applied << " written, "
               << corrections->unchanged << " left as people decided here\n";
    }
}

void printImport(Io& io, bool json, const ingest::ImportReport& report,
                 const review::TextsTally* corrections) {
    const auto redacted = countsByType(report.redacted, json);
    if (json) {
        Json shape{{"read", report.read},
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
                   {"seconds", report.seconds}};
        addProfiled(shape, report, corrections);
        printJson(io.out, shape);
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

void tellPlaces(std::ostream& out, std::string_view before, const ingest::MappedTally::Reason& reason) {
    for (const auto line : reason.lines) {
        out << ' ' << before << line;
    }
    out << (reason.count > static_cast<std::int64_t>(reason.lines.size()) ? " and more\n" : "\n");
}

Result<int> tellImport(Io& io, bool json, const ingest::ImportReport& report, const Result<void>& done,
                       const review::TextsTally* corrections) {
    printImport(io, json, report, corrections);
    if (!done) {
        return std::unexpected(done.error());
    }
    if (!json) {
        tellProfiled(io, report, corrections);
        printDiffering(io, report.tally);
    }
    return kExitDone;
}

} // namespace goldpan::cli
