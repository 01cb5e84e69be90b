// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/object_splitter.h"

#include "core/base/json_tree.h"
#include "core/profiles/sse_join.h"

#include <algorithm>

namespace goldpan::profiles {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kLookAhead = std::size_t{1}
                                   << 20; // by then a first line has ended, or it is one object

bool isSpace(char c) {
    return kSpace.contains(c);
}

} // namespace

void ObjectSplitter::drop(std::size_t bytes) {
    m_line += std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(bytes), '\n');
    m_text.erase(0, bytes);
}

void ObjectSplitter::give(std::string_view text, std::int64_t line, bool isOpen, const Take& take) {
    take({.text = text, .line = line, .index = m_index, .isOpen = isOpen});
    ++m_index;
}

void ObjectSplitter::giveTooLong(std::int64_t line, const Take& take) {
    take({.line = line, .index = m_index++, .isTooLong = true});
    m_skipping = false;
}

/// A first line that is one whole value makes it JSONL; else what the text begins with decides.
void ObjectSplitter::decide(bool isEnd) {
    const auto begin = m_text.find_first_not_of(kSpace);
    if (begin == std::string::npos) {
        return;
    }
    const auto rest = std::string_view(m_text).substr(begin);
    if (looksLikeEvents(rest)) {
        m_kind = FileKind::events;
        return;
    }
    const auto end = rest.find('\n');
    if (end == std::string_view::npos && !isEnd && rest.size() < kLookAhead) {
        return;
    }
    const auto first = rest.substr(0, end);
    const bool hasMore = end != std::string_view::npos && rest.find_first_not_of(kSpace, end) != rest.npos;
    const auto value = parseJsonTree(first);
    if (rest[0] == '[' && (!value || !hasMore)) {
        m_kind = FileKind::array;
    } else if (rest[0] == '{' && !value && first.find_first_not_of(" \t\r{") == std::string_view::npos) {
        m_kind = FileKind::stream; // printed over many lines
    } else if (rest[0] == '{' && !value && end == std::string_view::npos) {
        m_kind = FileKind::stream; // objects without a line break
    } else if (rest[0] == '{' && !value && !first.contains('}')) {
        m_kind = FileKind::stream;
    } else {
        m_kind = FileKind::lines;
    }
}

void ObjectSplitter::addLines(const Take& take, bool isEnd) {
    std::size_t begin = 0;
    for (;;) {
        const auto end = m_text.find('\n', std::max(begin, m_scanned));
        if (end == std::string::npos && !isEnd) {
            m_scanned = m_text.size();
            break;
        }
        const bool isOpen = end == std::string::npos;
        const auto line = std::string_view(m_text).substr(begin, isOpen ? end : end - begin);
        const auto number = m_line++;
        if (m_skipping || line.size() > m_limit) {
            giveTooLong(number, take);
        } else if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
            give(line, number, isOpen, take);
        }
        if (isOpen) {
            begin = m_text.size();
            break;
        }
        begin = end + 1;
    }
    m_text.erase(0, begin);
    m_scanned -= std::min(m_scanned, begin);
    if (m_text.size() > m_limit) {
        m_skipping = true;
        m_text.clear();
        m_scanned = 0;
    }
}

/// Brackets and strings are all that has to be known of a value to find its end.
void ObjectSplitter::addValues(const Take& take, bool isEnd) {
    std::size_t done = 0; // bytes that belong to no value any more
    std::int64_t line = m_line;
    std::size_t counted = 0;
    const auto lineAt = [&](std::size_t at) {
        line += std::count(m_text.begin() + static_cast<std::ptrdiff_t>(counted),
                           m_text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        counted = at;
        return line;
    };
    for (; m_scanned < m_text.size(); ++m_scanned) {
        const char c = m_text[m_scanned];
        if (!m_inValue) {
            if (m_kind == FileKind::array && !m_inArray && c == '[') {
                m_inArray = true;
                done = m_scanned + 1;
            } else if (isSpace(c) || (m_inArray && (c == ',' || c == ']'))) {
                done = m_scanned + 1;
            } else {
                m_inValue = true;
                m_begin = m_scanned;
                m_depth = 0;
            }
            if (!m_inValue) {
                continue;
            }
        }
        if (m_inString) {
            if (m_escaped) {
                m_escaped = false;
            } else if (c == '\\') {
                m_escaped = true;
            } else if (c == '"') {
                m_inString = false;
            }
            continue;
        }
        if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        }
        const bool closes = (c == '}' || c == ']') && m_depth > 0;
        m_depth -= closes ? 1 : 0;
        const bool ends = (closes && m_depth == 0) ||
                          (m_depth == 0 && !closes && (isSpace(c) || (m_inArray && (c == ',' || c == ']'))));
        if (ends) {
            const auto end = closes ? m_scanned + 1 : m_scanned;
            if (m_skipping || end - m_begin > m_limit) {
                giveTooLong(m_skipping ? m_skippedLine : lineAt(m_begin), take);
            } else {
                give(std::string_view(m_text).substr(m_begin, end - m_begin), lineAt(m_begin), false, take);
            }
            m_inValue = false;
            done = m_scanned + 1;
        }
    }
    if (isEnd && m_inValue && (m_skipping || m_text.size() - m_begin > m_limit)) {
        giveTooLong(m_skipping ? m_skippedLine : lineAt(m_begin), take);
    } else if (isEnd && m_inValue) {
        give(std::string_view(m_text).substr(m_begin), lineAt(m_begin), true, take);
        done = m_text.size();
        m_inValue = false;
    } else if (m_inValue && (m_skipping || m_text.size() - m_begin > m_limit)) {
        m_skippedLine = m_skipping ? m_skippedLine : lineAt(m_begin);
        m_skipping = true; // its brackets still count, its text does not
        done = m_text.size();
    }
    drop(done);
    m_scanned -= done;
    m_begin -= std::min(m_begin, done);
}

void ObjectSplitter::add(std::string_view piece, const Take& take) {
    if (m_kind == FileKind::events && m_text.size() > m_limit) {
        m_skipping = true;
        m_text.clear();
    }
    if (m_kind == FileKind::events && m_skipping) {
        return;
    }
    m_text += piece;
    if (m_kind == FileKind::unknown) {
        decide(false);
    }
    if (m_kind == FileKind::lines) {
        addLines(take, false);
    } else if (m_kind == FileKind::stream || m_kind == FileKind::array) {
        addValues(take, false);
    }
}

void ObjectSplitter::finish(const Take& take) {
    if (m_kind == FileKind::unknown) {
        decide(true);
    }
    if (m_kind == FileKind::lines) {
        addLines(take, true);
    } else if (m_kind == FileKind::stream || m_kind == FileKind::array) {
        addValues(take, true);
    } else if (m_kind == FileKind::events && m_skipping) {
        giveTooLong(m_line, take);
    } else if (m_kind == FileKind::events) {
        for (const auto& stream : joinStreams(m_text)) {
            JsonTree object = JsonTree::object();
            object.set("stream", JsonTree::boolean(true));
            object.set("response", stream.body);
            object.set("finished", JsonTree::boolean(stream.isFinished));
            const auto text = jsonText(object);
            give(text, m_line, false, take);
        }
    }
    m_text.clear();
}

} // namespace goldpan::profiles
