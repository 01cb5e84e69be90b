// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DiffText: the difference between response and correction as views show it. Values; made on any thread.
#pragma once

#include "core/base/result.h"
#include "ui/detail/token_highlighter.h"

#include <QString>

#include <cstddef>
#include <stop_token>
#include <string_view>
#include <vector>

namespace goldpan::ui {

enum class DiffMode {
    off,        ///< the words are only counted
    merged,     ///< one text with what went and what came
    sideBySide, ///< the response with what went; what came is marked in the editor
};

struct DiffText {
    std::size_t addedWords = 0;
    std::size_t removedWords = 0;
    bool identical = true;
    QString shown;                   ///< for the diff view; "" in DiffMode::off
    std::vector<TextMark> marks;     ///< in `shown`
    bool truncated = false;          ///< `shown` is cut
    std::vector<TextMark> additions; ///< in the editor, in DiffMode::sideBySide
    int editorCharacters = 0;        ///< the length of the text that `additions` are for
};

/// Before what was removed and before what was added, beside colour and line.
inline constexpr QChar kRemovedSign = u'⊖';
inline constexpr QChar kAddedSign = u'⊕';

/// At most `limit` bytes are shown. Nothing hides in `shown`: controls are marks, and so is changed white
/// space, a single space between changed words aside. Fails only with `cancelled`.
[[nodiscard]] Result<DiffText> makeDiffText(std::string_view response, std::string_view correction,
                                            DiffMode mode, std::size_t limit, const std::stop_token& stop);

} // namespace goldpan::ui
