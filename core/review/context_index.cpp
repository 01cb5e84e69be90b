// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/context_index.h"

#include "core/store/entry_reader.h"
#include "core/store/store.h"

#include <functional>
#include <string_view>

namespace goldpan::review {
namespace {

std::string_view contextOf(std::string_view prompt, std::string_view messages) {
    return messages.empty() ? prompt : messages;
}

/// Only ever compared within one run of the program. Whoever it lets through is compared in full.
std::uint32_t hashOf(std::string_view context) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(context));
}

bool isSameContext(const LogEntry& left, const LogEntry& right) {
    return left.messages.empty() == right.messages.empty() &&
           contextOf(left.prompt, left.messages) == contextOf(right.prompt, right.messages);
}

} // namespace

Result<bool> ContextIndex::readOn(store::Store& store, std::int64_t limit) {
    std::int64_t read = 0;
    const RowId after = m_rows.empty() ? RowId{} : m_rows.back();
    auto done = store.entries().contexts(after, limit,
                                         [&](RowId row, std::string_view prompt, std::string_view messages) {
                                             m_rows.push_back(row);
                                             m_hashes.push_back(hashOf(contextOf(prompt, messages)));
                                             ++read;
                                             return true;
                                         });
    return done ? Result<bool>(read < limit) : std::unexpected(done.error());
}

Result<std::vector<RowId>> ContextIndex::untouchedLike(store::Store& store, RowId row,
                                                       std::stop_token stop) const {
    const auto wanted = store.entries().read(row);
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    const std::uint32_t hash = hashOf(contextOf(wanted->entry.prompt, wanted->entry.messages));
    std::vector<RowId> out;
    for (std::size_t at = 0; at < m_hashes.size(); ++at) {
        if (m_hashes[at] != hash || m_rows[at] == row) {
            continue;
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto other = store.entries().read(m_rows[at]);
        if (!other) {
            return std::unexpected(other.error());
        }
        if (other->state != ReviewState::unreviewed || !isSameContext(other->entry, wanted->entry)) {
            continue;
        }
        const auto drafts = store.entries().drafts(m_rows[at]);
        if (!drafts) {
            return std::unexpected(drafts.error());
        }
        if (drafts->empty()) {
            out.push_back(m_rows[at]);
        }
    }
    return out;
}

} // namespace goldpan::review
