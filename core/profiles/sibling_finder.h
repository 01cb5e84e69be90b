// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SiblingFinder: where the next object of a list or a stream begins behind one that is broken, so that no
// bracket or quote can be trusted. By what the others look like: where on its line an object begins, and its
// first key. One file, one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

class SiblingFinder {
public:
    /// An object that begins behind these blanks of its line; `beginsLine`: and behind nothing else.
    void learn(std::string_view object, std::string_view indent, bool beginsLine);
    /// Where the next one begins, at `from` or behind it; npos where none does. One whose first key is cut
    /// off by the end of the text is none yet.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const;

private:
    [[nodiscard]] bool isSibling(std::string_view text, std::size_t at) const;

    std::vector<std::string> m_firstKeys; ///< of some
    std::string m_indent;                 ///< of those that begin their line
    bool m_beginLines = false;            ///< some do
    bool m_standInLines = false;          ///< some do not
};

/// How much of the end of a text find() has to see again once more has come.
inline constexpr std::size_t kSiblingTail = 4096;

} // namespace goldpan::profiles
