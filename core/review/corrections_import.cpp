// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/given_texts.h"
#include "core/review/meanwhile.h"
#include "core/review/row_acts.h"
#include "core/store/chunked_act.h"
#include "core/store/store.h"

#include <array>
#include <utility>

namespace goldpan::review {
namespace {

std::string_view baseName(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

} // namespace

Result<CorrectionsImportOutcome> ReviewService::importCorrections(std::span<const RowText> corrections,
                                                                  std::string_view fileName,
                                                                  const ProgressFn& progress,
                                                                  std::stop_token stop) {
    CorrectionsImportOutcome outcome;
    Meanwhile meanwhile(kDecided, {});
    if (auto begun = meanwhile.begin(m_store.writes(), corrections.size()); !begun) {
        return std::unexpected(begun.error());
    }
    const auto targets = rowsOfTexts(m_store.entries(), corrections, outcome.texts, stop);
    if (!targets) {
        return std::unexpected(targets.error());
    }
    const Act act = newAct(ActKind::correctionsImport, baseName(fileName));
    store::ChunkedAct chunks(m_store.writes(), act);
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> RowChanges {
        const RowId row = (*targets)[index].row;
        const RowText* given = (*targets)[index].given;
        const auto correction = newCorrection(*given->text, CorrectionSource::operatorWritten, act.at);
        const std::int64_t leftBefore = meanwhile.count();
        auto changes = meanwhile.unlessTouched(
            tx, row, [&] { return writeCorrection(tx, row, correction, CorrectionOrigin::file); });
        if (meanwhile.count() > leftBefore) {
            outcome.leftIds.push_back(given->requestId);
            return changes;
        }
        if (changes && correction.pii) {
            // Asked of the store: a mark that was cleared by hand stays cleared where the text is the same.
            const auto status = tx.status(row, m_operator);
            if (!status) {
                return std::unexpected(status.error());
            }
            if (status->correction && status->correction->pii) {
                outcome.piiIds.push_back(given->requestId);
            }
        }
        return changes;
    };
    if (auto done = chunks.run(targets->size(), step, progress, stop); !done) {
        return std::unexpected(done.error());
    }
    outcome.texts.applied = chunks.tally().changed;
    outcome.texts.unchanged = chunks.tally().skipped;
    outcome.act = chunks.tally().act;
    return outcome;
}

} // namespace goldpan::review
