// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WideDigits: a text whose digits of full width, of Arabic or of Devanagari are written in ASCII, so that
// each rule reads them. A value; knows where each byte came from.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::redact {

class WideDigits {
public:
    /// Nothing where `text` holds none of them, which is nearly always.
    [[nodiscard]] static std::optional<WideDigits> in(std::string_view text);

    [[nodiscard]] std::string_view text() const { return m_text; }
    /// `spans` of that text as spans of the text it was made from.
    [[nodiscard]] std::vector<PiiSpan> atHome(std::vector<PiiSpan> spans) const;

private:
    explicit WideDigits(std::string_view text);

    std::string m_text;
    std::vector<std::size_t> m_from; ///< one more than there are bytes
};

} // namespace goldpan::redact
