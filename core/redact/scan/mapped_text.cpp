// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/mapped_text.h"

namespace goldpan::redact {

MappedText::MappedText(std::size_t bytes)
    : m_bytes(bytes) {
    m_text.reserve(bytes);
    m_from.reserve(bytes);
}

void MappedText::add(std::string_view as, std::size_t from) {
    m_text += as;
    m_from.insert(m_from.end(), as.size(), from);
}

std::vector<PiiSpan> MappedText::atHome(std::vector<PiiSpan> spans) const {
    for (PiiSpan& span : spans) {
        std::size_t end = span.end;
        while (end < m_from.size() && m_from[end] == m_from[span.end - 1]) {
            ++end;
        }
        span.begin = m_from[span.begin];
        span.end = end < m_from.size() ? m_from[end] : m_bytes;
    }
    return spans;
}

} // namespace goldpan::redact
