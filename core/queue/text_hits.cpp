// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/text_hits.h"

#include <algorithm>
#include <variant>

namespace goldpan::queue {

TextHits::TextHits(const Filter& filter) {
    take(filter, true);
}

void TextHits::take(const Filter& filter, bool asked) {
    if (filter.kind == Filter::Kind::term) {
        const auto* term = std::get_if<TextTerm>(&filter.term);
        if (term == nullptr || !asked || term->field == TextField::correction) {
            return;
        }
        if (auto pattern = TextPattern::compile(*term)) {
            m_terms.push_back({term->field, std::move(*pattern)});
        }
        return;
    }
    for (const Filter& child : filter.children) {
        take(child, asked != (filter.kind == Filter::Kind::negation));
    }
}

std::vector<TextSpan> TextHits::find(std::string_view text, TextField field, std::size_t most,
                                     const std::stop_token& stop) const {
    std::vector<TextSpan> found;
    for (const Term& term : m_terms) {
        if (term.field != TextField::any && term.field != field) {
            continue;
        }
        std::size_t from = 0;
        for (std::size_t count = 0; count < most && !stop.stop_requested(); ++count) {
            const auto hit = term.pattern->find(text, from);
            if (!hit) {
                break;
            }
            from = hit->end;
            if (hit->begin == hit->end) { // as of /a*/: nothing to mark
                ++from;
            } else {
                found.push_back(*hit);
            }
        }
    }
    std::ranges::sort(found, {}, &TextSpan::begin);
    std::vector<TextSpan> out;
    for (const TextSpan& hit : found) {
        if (!out.empty() && hit.begin <= out.back().end) {
            out.back().end = std::max(out.back().end, hit.end);
        } else if (out.size() < most) {
            out.push_back(hit);
        } else {
            break;
        }
    }
    return out;
}

} // namespace goldpan::queue
