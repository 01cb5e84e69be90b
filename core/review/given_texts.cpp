// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/given_texts.h"

#include "core/store/entry_reader.h"

#include <unordered_map>

namespace goldpan::review {

Result<std::vector<GivenText>> rowsOfTexts(store::EntryReader& entries, std::span<const RowText> texts,
                                           TextsTally& tally, std::stop_token stop) {
    std::vector<GivenText> targets;
    std::unordered_map<RowId, std::size_t> targetOf;
    for (const RowText& given : texts) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request; nothing was changed");
        }
        ++tally.read;
        if (!given.text || given.text->empty()) {
            ++tally.empty;
            continue;
        }
        const auto row = entries.find(given.requestId);
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            ++tally.unknown;
            tally.unknownIds.push_back(given.requestId);
            continue;
        }
        const auto [seen, isNew] = targetOf.try_emplace(**row, targets.size());
        if (isNew) {
            targets.push_back({**row, &given});
        } else {
            targets[seen->second].given = &given;
            --tally.read;
        }
    }
    return targets;
}

} // namespace goldpan::review
