// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/given_texts.h"
#include "core/review/meanwhile.h"
#include "core/review/row_acts.h"
#include "core/store/chunked_act.h"
#include "core/store/store.h"

#include <utility>

namespace goldpan::review {
namespace {

std::string_view baseName(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

/// What came of one row, by its place in the file; a chunk that fails takes its rows back.
using Marked = std::vector<std::size_t>;

std::vector<std::string> committedIds(const Marked& marked, const std::vector<GivenText>& targets,
                                      const store::ActTally& tally) {
    const auto committed = static_cast<std::size_t>(tally.changed + tally.skipped);
    std::vector<std::string> ids;
    for (const std::size_t index : marked) {
        if (index < committed) {
            ids.push_back(targets[index].given->requestId);
        }
    }
    return ids;
}

} // namespace

Result<void> ReviewService::importCorrections(std::span<const RowText> corrections, std::string_view fileName,
                                              CorrectionsImportOutcome& outcome, const ProgressFn& progress,
                                              std::stop_token stop) {
    outcome = {};
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
    Marked pii;
    Marked left;
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> RowChanges {
        const RowId row = (*targets)[index].row;
        const RowText* given = (*targets)[index].given;
        const auto correction = newCorrection(*given->text, CorrectionSource::operatorWritten, act.at);
        const std::int64_t leftBefore = meanwhile.count();
        auto changes = meanwhile.unlessTouched(tx, row, [&] {
            return writeCorrection(tx, row, correction, CorrectionOrigin::file, m_redactor);
        });
        if (meanwhile.count() > leftBefore) {
            left.push_back(index);
            return changes;
        }
        if (changes && correction.pii) {
            // Asked of the store: a mark that was cleared by hand stays cleared where the text is the same.
            const auto status = tx.status(row, m_operator);
            if (!status) {
                return std::unexpected(status.error());
            }
            if (status->correction && status->correction->pii) {
                pii.push_back(index);
            }
        }
        return changes;
    };
    const auto done = chunks.run(targets->size(), step, progress, stop);
    outcome.texts.applied = chunks.tally().changed;
    outcome.texts.unchanged = chunks.tally().skipped;
    outcome.piiIds = committedIds(pii, *targets, chunks.tally());
    outcome.leftIds = committedIds(left, *targets, chunks.tally());
    outcome.act = chunks.tally().act;
    return done;
}

} // namespace goldpan::review
