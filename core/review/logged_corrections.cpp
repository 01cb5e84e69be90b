// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/logged_corrections.h"

#include "core/store/entry_reader.h"
#include "core/store/store.h"

#include <utility>

namespace goldpan::review {
namespace {

constexpr std::string_view kOrigin = "log"; // what the journal has where a file's name would stand

/// Those of rows that are there and unreviewed; what is left out is tallied.
Result<std::vector<RowText>> openOnes(store::Store& store, std::span<const LoggedCorrection> corrections,
                                      TextsTally& tally) {
    std::vector<RowText> out;
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

void add(TextsTally& tally, const TextsTally& more) {
    tally.read += more.read;
    tally.applied += more.applied;
    tally.unchanged += more.unchanged;
    tally.empty += more.empty;
    tally.unknown += more.unknown;
}

} // namespace

Result<void> importLogged(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                          std::string_view operatorName, std::span<const LoggedCorrection> corrections,
                          CorrectionsImportOutcome& outcome, std::stop_token stop) {
    TextsTally left;
    const auto texts = openOnes(store, corrections, left);
    if (!texts) {
        return std::unexpected(texts.error());
    }
    Result<void> done;
    if (!texts->empty()) {
        ReviewService service(store, redactor, clock, operatorName);
        done = service.importCorrections(*texts, kOrigin, outcome, {}, std::move(stop));
    }
    add(outcome.texts, left);
    return done;
}

} // namespace goldpan::review
