// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/object_splitter.h"

#include "core/base/json_tree.h"
#include "core/profiles/sse_join.h"

#include <algorithm>
#include <utility>

namespace goldpan::profiles {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r";
constexpr std::size_t kMostTwice = std::size_t{1}
                                   << 30; // a file of nothing but begun objects comes to an end

bool isSpace(char c) {
    return kSpace.contains(c);
}

} // namespace

void ObjectSplitter::drop(std::size_t bytes) {
    m_line += std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(bytes), '\n');
    m_text.erase(0, bytes);
}

void ObjectSplitter::give(std::string_view text, std::int64_t line, bool isOpen, const Take& take) {
    take({.text = text,
          .line = line,
          .index = m_index,
          .isOpen = isOpen,
          .endsInside = isOpen && m_kind != FileKind::lines});
    ++m_index;
}

void ObjectSplitter::giveTooLong(std::int64_t line, const Take& take) {
    take({.line = line, .index = m_index++, .isTooLong = true});
    m_skipping = false;
}

/// White space before the first object is not kept: a file may hold nothing else.
void ObjectSplitter::decide(bool isEnd) {
    if (!m_isPastMark && !isEnd && m_text.size() < kByteOrderMark.size() &&
        kByteOrderMark.starts_with(m_text)) {
        return;
    }
    if (!std::exchange(m_isPastMark, true) && m_text.starts_with(kByteOrderMark)) {
        m_text.erase(0, kByteOrderMark.size());
    }
    const auto begin = std::min(m_text.find_first_not_of(kSpace), m_text.size());
    for (const char c : std::string_view(m_text).substr(0, begin)) {
        passBlank(c);
    }
    drop(begin);
    if (!m_text.empty()) {
        m_kind = fileKindOf(m_text, isEnd).value_or(FileKind::unknown);
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

std::int64_t ObjectSplitter::lineAt(std::size_t at) {
    if (at < m_counted) {
        m_counted = 0;
        m_countedLine = m_line;
    }
    const auto begin = m_text.begin() + static_cast<std::ptrdiff_t>(m_counted);
    m_countedLine += std::count(begin, m_text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    m_counted = at;
    return m_countedLine;
}

void ObjectSplitter::giveTooLong(const Take& take) {
    giveTooLong(m_skipping ? m_skippedLine : lineAt(m_begin), take);
    m_inValue = false;
    m_beginsLine = false;
}

void ObjectSplitter::giveValue(std::size_t end, bool isOpen, const Take& take) {
    const auto text = std::string_view(m_text).substr(m_begin, end - m_begin);
    const bool isFirst = m_inArray && m_index == 0 && !m_beginsLine; // behind the bracket: says nothing
    if (text.starts_with('{') && !isFirst) {
        m_siblings.learn(text, m_indent, m_beginsLine);
    }
    give(text, lineAt(m_begin), isOpen, take);
    m_inValue = false;
    m_beginsLine = false;
    m_done = end;
    m_isLost = std::exchange(m_isBroken, false);
    if (m_isLost) {
        m_twice += text.size();
        m_done = m_twice < kMostTwice ? m_begin : end;
        m_scanned = m_twice < kMostTwice ? m_begin + 1 : end;
        m_lostFrom = end;
        m_lostLine = 0;
        m_inString = false;
        m_escaped = false;
    }
}

/// Where the next object begins behind a broken one. What is passed over on the way is told.
bool ObjectSplitter::findSibling(bool isEnd, const Take& take) {
    const auto at = m_siblings.find(m_text, m_scanned);
    const bool isFound = at != std::string::npos;
    const auto unsure = isEnd || m_text.size() < kSiblingTail ? 0 : m_text.size() - kSiblingTail;
    const auto end = isFound ? at : isEnd ? m_text.size() : unsure;
    const auto other = m_text.find('{', m_lostFrom);
    if (m_lostLine == 0 && other < end) {
        m_lostLine = lineAt(other);
    }
    if ((isFound || isEnd) && m_lostLine > 0) {
        take({.line = m_lostLine, .index = m_index, .isLost = true});
        m_lostLine = 0;
    }
    m_isLost = !isFound && !isEnd;
    m_scanned = isFound ? at : std::max(m_scanned, end);
    m_lostFrom = std::max(m_lostFrom, m_scanned);
    m_done = isFound || isEnd ? m_scanned : m_scanned - std::min(m_scanned, kSiblingTail);
    if (isFound) {
        const auto blanks = m_text.find_last_not_of(kBlank, at - 1);
        m_beginsLine = blanks != std::string::npos && m_text[blanks] == '\n';
        m_indent = m_text.substr(blanks + 1, at - blanks - 1);
    }
    return isFound;
}

void ObjectSplitter::passBlank(char c) {
    if (c == '\n') {
        m_indent.clear();
        m_beginsLine = true;
    } else if (m_beginsLine && m_indent.size() < kSiblingTail) { // deeper, nobody indents
        m_indent.push_back(c);
    }
}

/// Whether a value begins with `c`, or what stands between two.
void ObjectSplitter::beginValue(char c) {
    if (isSpace(c)) {
        passBlank(c);
    } else if (m_kind == FileKind::array && !m_inArray && c == '[') {
        m_inArray = true;
        m_beginsLine = false;
    } else if (m_inArray && (c == ',' || c == ']')) {
        m_beginsLine = false;
    } else {
        m_inValue = true;
        m_begin = m_scanned;
        m_depth = 0;
        return;
    }
    m_done = m_scanned + 1;
}

/// Brackets and strings are all that has to be known of a value to find its end. Up to the end of what has
/// arrived, or to an object that is broken.
void ObjectSplitter::scanValues(const Take& take) {
    for (; m_scanned < m_text.size(); ++m_scanned) {
        const char c = m_text[m_scanned];
        if (!m_inValue) {
            beginValue(c);
            if (!m_inValue) {
                continue;
            }
        }
        if (m_inString) {
            m_inString = m_escaped || c != '"';
            m_escaped = !m_escaped && c == '\\';
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
        if (!ends) {
            continue;
        }
        const auto end = closes ? m_scanned + 1 : m_scanned;
        if (m_skipping || end - m_begin > m_limit) {
            giveTooLong(take);
            m_done = end;
        } else {
            giveValue(end, false, take);
        }
        if (m_isLost) {
            return;
        }
        if (!closes) {
            beginValue(c); // what ended it belongs to what stands between two
        }
    }
}

void ObjectSplitter::addValues(const Take& take, bool isEnd) {
    m_done = 0;
    m_counted = 0;
    m_countedLine = m_line;
    for (bool goesOn = true; goesOn;) {
        if (m_isLost && !findSibling(isEnd, take)) {
            break;
        }
        scanValues(take);
        const bool isLong = m_inValue && (m_skipping || m_text.size() - m_begin > m_limit);
        if (isLong && !m_skipping) {
            m_skippedLine = lineAt(m_begin);
            m_skipping = true;
            m_lostFrom = m_siblings.find(m_text, m_begin + 1);
            m_isLost = m_lostFrom != std::string::npos; // it never ended, and the next one stands in it
        }
        if (m_isLost && isLong) {
            giveTooLong(take);
            m_scanned = m_lostFrom;
            m_lostLine = 0;
            m_inString = false;
            m_escaped = false;
        } else if (isLong && isEnd) {
            giveTooLong(take);
        } else if (isLong) { // its brackets still count, its text does not
            m_done = m_text.size();
        } else if (isEnd && m_inValue) {
            giveValue(m_text.size(), true, take);
        }
        goesOn = m_isLost;
    }
    drop(m_done);
    m_scanned -= m_done;
    m_begin -= std::min(m_begin, m_done);
    m_lostFrom -= std::min(m_lostFrom, m_done);
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
        auto streams = joinStreams(m_text);
        if (streams.empty()) {
            streams.push_back({.body = JsonTree::object()}); // events that hold no answer are told of, too
        }
        for (const auto& stream : streams) {
            JsonTree object = JsonTree::object();
            object.set("stream", JsonTree::boolean(true));
            object.set("response", stream.body);
            object.set("finished", JsonTree::boolean(stream.isFinished));
            object.set("damaged", JsonTree::boolean(stream.isDamaged));
            object.set("failed", JsonTree::boolean(stream.isFailed));
            const auto text = jsonText(object);
            give(text, m_line, false, take);
        }
    }
    m_text.clear();
}

} // namespace goldpan::profiles
