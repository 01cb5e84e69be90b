// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/stand_in.h"

#include "core/redact/scan/token_shape.h"

#include <algorithm>

namespace goldpan::redact {

StandIn::StandIn(std::string_view text, const std::vector<PiiSpan>& spans) {
    m_text.reserve(text.size() + spans.size() * kDroppedToken.size());
    m_pieces.reserve(spans.size());
    std::size_t copied = 0;
    for (const PiiSpan& span : spans) {
        m_text += text.substr(copied, span.begin - copied);
        const std::size_t begin = m_text.size();
        m_text += kDroppedToken;
        m_pieces.push_back({begin, m_text.size(), span.begin, span.end});
        copied = span.end;
    }
    m_text += text.substr(copied);
}

PiiSpan StandIn::back(PiiSpan span) const {
    // The first piece that ends behind a place: the place is in it, or left of it.
    const auto pieceAt = [this](std::size_t pos) {
        return std::ranges::upper_bound(m_pieces, pos, {}, &Piece::end);
    };
    const auto plain = [this](std::size_t pos, auto piece) {
        return piece == m_pieces.begin() ? pos : pos - std::prev(piece)->end + std::prev(piece)->to;
    };
    const auto first = pieceAt(span.begin);
    const auto last = pieceAt(span.end - 1);
    const bool beginsIn = first != m_pieces.end() && first->begin <= span.begin;
    const bool endsIn = last != m_pieces.end() && last->begin < span.end;
    const std::size_t begin = beginsIn ? first->from : plain(span.begin, first);
    const std::size_t end = endsIn ? last->to : plain(span.end - 1, last) + 1;
    return {begin, end, span.type, span.rule};
}

} // namespace goldpan::redact
