// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ObjectSplitter: the JSON objects of a text that arrives piece by piece: one a line, one after the other
// over many lines, the elements of one array, or the answers of server-sent events. Holds no more than the
// object that is under way, but for events, which are one text. Behind an object that is broken it goes on
// with the next one that can be told. One object a file, one thread.
#pragma once

#include "core/profiles/file_kind.h"
#include "core/profiles/sibling_finder.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace goldpan::profiles {

struct SplitObject {
    std::string_view text;   ///< as it stands there; perhaps no JSON
    std::int64_t line = 1;   ///< where it begins, from 1
    std::int64_t index = 0;  ///< how many came before it in the file
    bool isTooLong = false;  ///< the text is not kept
    bool isOpen = false;     ///< the file ended inside it, or without a line feed behind it
    bool endsInside = false; ///< inside it for certain: it is no line
    bool isLost = false;     ///< no object: what begins here could not be told apart
};

class ObjectSplitter {
public:
    using Take = std::function<void(const SplitObject&)>;

    /// A longer object is given out without its text.
    explicit ObjectSplitter(std::size_t limit)
        : m_limit(limit) {}

    void add(std::string_view piece, const Take& take);
    /// After the last piece.
    void finish(const Take& take);
    /// Said while an object is taken: its text is no JSON. The next one may begin inside of it.
    void markBroken() { m_isBroken = true; }

    [[nodiscard]] FileKind kind() const { return m_kind; }
    /// Bytes that have arrived and are kept.
    [[nodiscard]] std::size_t heldBytes() const { return m_text.size() + m_indent.size(); }

private:
    void decide(bool isEnd);
    void addLines(const Take& take, bool isEnd);
    void addValues(const Take& take, bool isEnd);
    void scanValues(const Take& take);
    void beginValue(char c);
    void passBlank(char c);
    void giveValue(std::size_t end, bool isOpen, const Take& take);
    void giveTooLong(const Take& take);
    bool findSibling(bool isEnd, const Take& take);
    [[nodiscard]] std::int64_t lineAt(std::size_t at);
    void give(std::string_view text, std::int64_t line, bool isOpen, const Take& take);
    void giveTooLong(std::int64_t line, const Take& take);
    void drop(std::size_t bytes);

    std::size_t m_limit;
    FileKind m_kind = FileKind::unknown;
    bool m_isPastMark = false; ///< of byte order
    std::string m_text;        ///< arrived, not given out
    std::int64_t m_line = 1;   ///< of its first byte
    std::int64_t m_index = 0;
    std::size_t m_scanned = 0; ///< bytes of it looked at
    std::size_t m_begin = 0;   ///< of the value under way
    int m_depth = 0;           ///< of brackets in it
    bool m_inString = false;
    bool m_escaped = false;
    bool m_inValue = false;
    bool m_inArray = false;  ///< past the bracket of the file's one array
    bool m_skipping = false; ///< in a value that is too long
    std::int64_t m_skippedLine = 0;

    std::size_t m_done = 0;    ///< bytes of m_text that belong to no value any more
    std::size_t m_counted = 0; ///< bytes of m_text whose lines are in the next
    std::int64_t m_countedLine = 1;
    std::string m_indent;     ///< blanks of the line before the value
    bool m_beginsLine = true; ///< and nothing else

    SiblingFinder m_siblings;
    bool m_isBroken = false;     ///< the object that is being taken
    bool m_isLost = false;       ///< looks for the next object
    std::size_t m_lostFrom = 0;  ///< where in m_text the broken object ended, or the search is
    std::int64_t m_lostLine = 0; ///< where something could not be told apart
    std::size_t m_twice = 0;     ///< bytes that were looked at again
};

} // namespace goldpan::profiles
