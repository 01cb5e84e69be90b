// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/text_pattern.h"

#include <re2/re2.h>

namespace goldpan::queue {

TextPattern::TextPattern(std::unique_ptr<re2::RE2> pattern)
    : m_pattern(std::move(pattern)) {}

TextPattern::~TextPattern() = default;

Result<std::unique_ptr<TextPattern>> TextPattern::compile(const TextTerm& term) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_literal(!term.regex);
    options.set_case_sensitive(!term.ignoreCase);
    options.set_max_mem(64 << 20);
    auto pattern = std::make_unique<re2::RE2>(term.text, options);
    if (!pattern->ok()) {
        return fail(ErrorCode::badFilter, "the regular expression is not valid: " + pattern->error());
    }
    return std::unique_ptr<TextPattern>(new TextPattern(std::move(pattern)));
}

bool TextPattern::matches(std::string_view text) const {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *m_pattern);
}

std::optional<TextSpan> TextPattern::find(std::string_view text, std::size_t from) const {
    re2::StringPiece hit;
    if (from > text.size() || !m_pattern->Match(re2::StringPiece(text.data(), text.size()), from, text.size(),
                                                re2::RE2::UNANCHORED, &hit, 1)) {
        return std::nullopt;
    }
    const auto begin = static_cast<std::size_t>(hit.data() - text.data());
    return TextSpan{begin, begin + hit.size()};
}

} // namespace goldpan::queue
