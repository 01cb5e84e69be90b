// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/block_reader.h"

#include "core/base/byte_order_mark.h"

#include <string_view>
#include <utility>

namespace goldpan::ingest {
namespace {

/// By the C library's search, which takes many bytes at once; a count byte by byte is a thirtieth of an
/// import.
std::int64_t countLines(std::string_view text) {
    std::int64_t lines = 0;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
        ++lines;
    }
    return lines;
}

} // namespace

BlockReader::BlockReader(LogSource source, BlockLimits limits)
    : m_source(std::move(source))
    , m_limits(limits) {}

/// A full block more, so that a slow pipe does not make many small ones, unless asked to be prompt; less at
/// the end.
void BlockReader::readMore(const std::stop_token& stop) {
    const auto had = m_text.size();
    m_text.resize(had + m_limits.block);
    std::size_t filled = had;
    while (filled < m_text.size() && !m_ended && !(m_limits.isPrompt && filled > had)) {
        const auto got = m_source.read(std::span(m_text).subspan(filled), stop);
        m_ended = !got || *got == 0;
        if (got) {
            filled += *got;
        } else {
            m_error = got.error();
        }
    }
    m_text.resize(filled);
    if (std::exchange(m_atStart, false) && m_text.starts_with(kByteOrderMark)) {
        m_text.erase(0, kByteOrderMark.size());
    }
}

LineBlock BlockReader::take(std::size_t bytes) {
    LineBlock block;
    std::string rest = m_text.substr(bytes);
    m_text.resize(bytes);
    block.text = std::exchange(m_text, std::move(rest));
    block.firstLine = m_line;
    block.bytesRead = m_source.bytesRead();
    m_line += countLines(block.text);
    m_searched = 0;
    return block;
}

Result<std::optional<LineBlock>> BlockReader::last() {
    if (m_error) {
        return std::unexpected(*m_error);
    }
    if (m_text.empty() && !m_skipping) {
        return std::nullopt;
    }
    auto block = take(m_text.size());
    block.isTooLong = std::exchange(m_skipping, false);
    block.mayGrow = !block.isTooLong && !m_source.isCompressed();
    return block;
}

Result<std::optional<LineBlock>> BlockReader::next(const std::stop_token& stop) {
    for (;;) {
        if (m_skipping) {
            const auto end = m_text.find('\n');
            m_text.erase(0, end == std::string::npos ? end : end + 1);
            if (end != std::string::npos) {
                auto block = take(0);
                block.isTooLong = true;
                m_skipping = false;
                ++m_line;
                return block;
            }
        } else if (const auto end = std::string_view(m_text).substr(m_searched).rfind('\n');
                   end != std::string_view::npos) {
            return take(m_searched + end + 1);
        } else if (m_text.size() > m_limits.line) {
            m_skipping = true;
            m_text.clear();
        }
        m_searched = m_text.size();
        if (m_ended) {
            return last();
        }
        readMore(stop);
    }
}

} // namespace goldpan::ingest
