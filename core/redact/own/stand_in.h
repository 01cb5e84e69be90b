// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StandIn: a text with a token in place of some of its spans, and the way back to the text. A value.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::redact {

class StandIn {
public:
    /// `spans` in order, not overlapping.
    StandIn(std::string_view text, const std::vector<PiiSpan>& spans);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// What `span` of the new text was in the old one; a part of a token is all of it.
    [[nodiscard]] PiiSpan back(PiiSpan span) const;

private:
    struct Piece {
        std::size_t begin; ///< of the token, in the new text
        std::size_t end;
        std::size_t from; ///< of what stood there, in the old one
        std::size_t to;
    };
    std::string m_text;
    std::vector<Piece> m_pieces;
};

} // namespace goldpan::redact
