// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/given_texts.h"
#include "core/store/chunked_act.h"
#include "core/store/entry_reader.h"
#include "core/store/store.h"

namespace goldpan::review {

Result<TextsTally> ReviewService::importSuggestions(std::span<const RowText> suggestions,
                                                    std::stop_token stop) {
    TextsTally tally;
    const auto targets = rowsOfTexts(m_store.entries(), suggestions, tally, stop);
    if (!targets) {
        return std::unexpected(targets.error());
    }
    // Chunked as an act is, and none: a suggestion changes nothing that was decided, so no step has changes
    // for the journal.
    store::ChunkedAct chunks(m_store.writes(), newAct(ActKind::correctionsImport));
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> Result<std::vector<Change>> {
        const auto& [row, given] = (*targets)[index];
        const auto isNew = tx.setSuggestion(row, m_redactor.redacted(*given->text));
        if (!isNew) {
            return std::unexpected(isNew.error());
        }
        ++(*isNew ? tally.applied : tally.unchanged);
        return {};
    };
    if (auto done = chunks.run(targets->size(), step, {}, stop); !done) {
        return std::unexpected(done.error());
    }
    return tally;
}

Result<ActOutcome> ReviewService::save(RowId row, std::string_view text) {
    const auto suggested = m_store.entries().suggestion(row);
    if (!suggested) {
        return std::unexpected(suggested.error());
    }
    const bool isSuggestion = *suggested && **suggested == m_redactor.redacted(text);
    return correct(row, text,
                   isSuggestion ? CorrectionSource::modelDrafted : CorrectionSource::operatorWritten);
}

} // namespace goldpan::review
