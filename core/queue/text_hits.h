// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextHits: where the words, phrases and regular expressions that a filter asks for stand in a text, so that
// they can be marked. What it excludes is not asked for. Immutable; safe on any thread.
#pragma once

#include "core/queue/text_pattern.h"

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

namespace goldpan::queue {

class TextHits {
public:
    explicit TextHits(const Filter& filter);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    /// In the order of the text, those that touch as one; at most `most`, the first ones. `field` is prompt
    /// or response: what kind of text it is.
    [[nodiscard]] std::vector<TextSpan> find(std::string_view text, TextField field, std::size_t most,
                                             const std::stop_token& stop = {}) const;

private:
    struct Term {
        TextField field;
        std::unique_ptr<TextPattern> pattern;
    };
    void take(const Filter& filter, bool asked);

    std::vector<Term> m_terms;
};

} // namespace goldpan::queue
