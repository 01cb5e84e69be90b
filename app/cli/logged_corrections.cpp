// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/logged_corrections.h"

#include "app/cli/output.h"
#include "app/composition/store_factory.h"
#include "core/store/entry_reader.h"
#include "core/store/store_redactor.h"

#include <ostream>

namespace goldpan::cli {
namespace {

/// Those of rows that are there and unreviewed.
Result<std::vector<review::RowText>> openOnes(store::Store& store,
                                              const std::vector<ingest::LoggedCorrection>& corrections,
                                              review::TextsTally& tally) {
    std::vector<review::RowText> out;
    for (const auto& correction : corrections) {
        const auto row = store.entries().find(correction.requestId);
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            ++tally.read;
            ++tally.unknown; // sampled out, or no row came of it
            continue;
        }
        const auto record = store.entries().read(**row);
        if (!record) {
            return std::unexpected(record.error());
        }
        if (record->state != ReviewState::unreviewed) {
            ++tally.read;
            ++tally.unchanged;
            continue;
        }
        out.push_back({correction.requestId, correction.text});
    }
    return out;
}

} // namespace

Result<review::TextsTally> writeLoggedCorrections(const std::string& path,
                                                  const std::vector<ingest::LoggedCorrection>& corrections,
                                                  const std::string& operatorName, Io& io) {
    const auto store = composition::openStore(path);
    if (!store) {
        return std::unexpected(store.error());
    }
    review::TextsTally tally;
    const auto texts = openOnes(**store, corrections, tally);
    if (!texts) {
        return std::unexpected(texts.error());
    }
    if (texts->empty()) {
        return tally;
    }
    const auto redactor = store::redactorOf(**store);
    if (!redactor) {
        return std::unexpected(redactor.error());
    }
    review::ReviewService service(**store, **redactor, io.clock, operatorName);
    review::CorrectionsImportOutcome outcome;
    const auto done = service.importCorrections(*texts, "log", outcome, {}, io.stop);
    tally.read += outcome.texts.read;
    tally.applied += outcome.texts.applied;
    tally.unchanged += outcome.texts.unchanged;
    tally.empty += outcome.texts.empty;
    for (const auto& id : outcome.piiIds) {
        io.err << "redacted, export holds it back until it is saved by hand: " << plainText(id) << '\n';
    }
    return done ? Result<review::TextsTally>(tally) : std::unexpected(done.error());
}

} // namespace goldpan::cli
