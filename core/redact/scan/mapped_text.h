// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MappedText: a text as the rules shall read it, and the way back to the one it was made from. A value.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::redact {

class MappedText {
public:
    /// Of the text that it is made from.
    explicit MappedText(std::size_t bytes);

    /// `as` is what stands at `from` of the first text, up to where the next one stands. From front to back,
    /// leaving nothing out.
    void add(std::string_view as, std::size_t from);

    [[nodiscard]] std::string_view text() const { return m_text; }
    /// `spans` of this text as spans of the first; one that holds a part of an `as` holds all of it.
    [[nodiscard]] std::vector<PiiSpan> atHome(std::vector<PiiSpan> spans) const;

private:
    std::size_t m_bytes;
    std::string m_text;
    std::vector<std::size_t> m_from; ///< of each byte
};

} // namespace goldpan::redact
