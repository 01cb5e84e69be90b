// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review_service.h"
#include "core/review/row_acts.h"
#include "core/store/chunked_act.h"
#include "core/store/entry_reader.h"
#include "core/store/store.h"

#include <unordered_map>
#include <utility>

namespace goldpan::review {
namespace {

std::string_view baseName(std::string_view path) {
    return path.substr(path.find_last_of('/') + 1);
}

} // namespace

Result<CorrectionsImportOutcome> ReviewService::importCorrections(std::span<const CorrectionText> corrections,
                                                                  std::string_view fileName,
                                                                  std::stop_token stop) {
    struct Target {
        RowId row;
        const CorrectionText* given = nullptr;
    };
    CorrectionsImportOutcome outcome;
    std::vector<Target> targets;
    std::unordered_map<RowId, std::size_t> targetOf;
    for (const CorrectionText& given : corrections) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request; nothing was changed");
        }
        ++outcome.read;
        if (!given.text || given.text->empty()) {
            ++outcome.empty;
            continue;
        }
        const auto row = m_store.entries().find(given.requestId);
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            ++outcome.unknown;
            outcome.unknownIds.push_back(given.requestId);
            continue;
        }
        const auto [seen, isNew] = targetOf.try_emplace(**row, targets.size());
        if (isNew) {
            targets.push_back({**row, &given});
        } else { // the last counts, and no row is changed twice by one act
            targets[seen->second].given = &given;
            --outcome.read;
        }
    }

    const Act act = newAct(ActKind::correctionsImport, baseName(fileName));
    store::ChunkedAct chunks(m_store.writes(), act);
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> RowChanges {
        const auto& [row, given] = targets[index];
        const auto correction = newCorrection(*given->text, CorrectionSource::operatorWritten, act.at);
        auto changes = writeCorrection(tx, row, correction, CorrectionOrigin::file);
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
    if (auto done = chunks.run(targets.size(), step, {}, stop); !done) {
        return std::unexpected(done.error());
    }
    outcome.applied = chunks.tally().changed;
    outcome.unchanged = chunks.tally().skipped;
    outcome.act = chunks.tally().act;
    return outcome;
}

} // namespace goldpan::review
