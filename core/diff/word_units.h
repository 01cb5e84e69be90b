// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Word units: a text cut into what a person would call one thing when two texts are compared. Pure functions;
// safe on any thread.
#pragma once

#include <cstddef>
#include <stop_token>
#include <string_view>
#include <vector>

namespace goldpan::diff {

enum class UnitKind {
    word,  ///< a word, an ideograph, an emoji, a punctuation mark; a byte that is no UTF-8
    space, ///< a run of white space, or one line end
};

struct Unit {
    std::string_view text;
    UnitKind kind = UnitKind::word;
};

/// The units in order; side by side they are `text`. Letters, marks and digits of scripts with spaces make
/// one word, an apostrophe inside it included; a letter of a script without spaces stands alone with its
/// marks; an emoji keeps its joiners, selectors and skin tones, a flag both its halves; CRLF is one line end.
/// Where `stop` asked for it, the text is not read to its end.
[[nodiscard]] std::vector<Unit> splitWords(std::string_view text, const std::stop_token& stop);

/// A unit that ends a line.
[[nodiscard]] bool isLineEnd(std::string_view unit);
/// A unit that is one punctuation mark or symbol.
[[nodiscard]] bool isPunctuation(std::string_view unit);

} // namespace goldpan::diff
