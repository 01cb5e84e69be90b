// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/partial_index_hint.h"

#include "core/domain/tag.h"

#include <span>

namespace goldpan::sql {

using namespace queue;

std::string partialIndexHint(const Filter& filter) {
    const auto terms =
        filter.kind == Filter::Kind::conjunction ? std::span(filter.children) : std::span(&filter, 1);
    bool unreviewed = false;
    bool decided = false;
    bool flagged = false;
    for (const Filter& child : terms) {
        if (child.kind != Filter::Kind::term) {
            continue;
        }
        if (const auto* state = std::get_if<StateTerm>(&child.term)) {
            (state->state == ReviewState::unreviewed ? unreviewed : decided) = true;
        } else if (const auto* is = std::get_if<IsTerm>(&child.term)) {
            flagged = flagged || is->rule == IsRule::flagged || is->rule == IsRule::lowConfidence;
        } else if (const auto* tag = std::get_if<TagTerm>(&child.term)) {
            flagged = flagged || flagOfTag(tag->name) != 0;
        }
    }
    if (decided) {
        return " AND e.state <> 0";
    }
    return std::string(unreviewed && flagged ? kFlaggedHint : "");
}

} // namespace goldpan::sql
