// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/context_index.h"

#include "core/store/entry_reader.h"
#include "core/store/store.h"

#include <functional>
#include <string_view>
#include <utility>

namespace goldpan::review {
namespace {

/// Only ever compared within one run of the program. Whoever it lets through is compared in full.
std::uint32_t hashOf(std::string_view context) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(context));
}

} // namespace

Result<bool> ContextIndex::readOn(store::Store& store, std::int64_t limit) {
    std::int64_t read = 0;
    const RowId after = m_rows.empty() ? RowId{} : m_rows.back();
    auto done = store.entries().contexts(after, limit,
                                         [&](RowId row, std::string_view prompt, std::string_view messages) {
                                             m_rows.push_back(row);
                                             m_hashes.push_back(hashOf(messages.empty() ? prompt : messages));
                                             ++read;
                                             return true;
                                         });
    return done ? Result<bool>(read < limit) : std::unexpected(done.error());
}

Result<SameRows> ContextIndex::untouchedLike(store::Store& store, RowId row, LookLimit limit,
                                             std::stop_token stop) const {
    const auto wanted = store.entries().read(row);
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    const std::uint32_t hash = hashOf(contextOf(wanted->entry));
    std::vector<RowId> candidates;
    for (std::size_t at = 0; at < m_hashes.size(); ++at) {
        if (m_hashes[at] == hash && m_rows[at] != row) {
            candidates.push_back(m_rows[at]);
        }
    }
    return untouchedAmong(store, row, candidates, limit, std::move(stop));
}

} // namespace goldpan::review
