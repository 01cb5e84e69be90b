// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the words of a correction, and where: PII, redaction tokens that were broken, lost or
// made up, and characters that nobody sees and that turn the order of the text. Pure functions; safe on any
// thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::checks {

enum class ProblemKind {
    pii,           ///< words that saving will replace by a token
    brokenToken,   ///< nearly a token: "[EMAIL", "EMAIL]", "[Email]", "[ EMAIL ]", other brackets
    droppedToken,  ///< the response has the token, the text has it nowhere
    inventedToken, ///< the text has the token, neither the response nor the context has it
    /// A control that makes text run the other way or begin a run of its own (U+202A, B, D, E, U+2066, 7:
    /// Unicode UAX #9); those that end a run, and the first-strong isolates of translated messages, do no
    /// harm.
    directionControl,
};

/// Bytes of the text, `end` exclusive, and the token that they are about ("EMAIL"), or the character
/// ("U+202E").
struct TextProblem {
    ProblemKind kind = ProblemKind::pii;
    std::size_t begin = 0;
    std::size_t end = 0; ///< equal to `begin` for a dropped token: where it would stand
    std::string name;
    std::size_t responseBegin = 0; ///< of a dropped token: where it stands in the response
    std::size_t responseEnd = 0;

    bool operator==(const TextProblem&) const = default;
};

/// PII in the text, as whoever knows the redaction rules found it.
struct NamedSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view name;
};

struct ProblemInput {
    std::string_view text;
    std::string_view response;
    std::span<const std::string_view> context;    ///< what the model was asked: prompt, messages
    std::span<const std::string_view> tokenNames; ///< "EMAIL"; the token in a text is "[EMAIL]"
    std::span<const NamedSpan> pii;
};

/// In the order of the text. Tokens do not say whom they stand for, so how often one stands is no fault: it
/// is dropped where the text has none of its name left (told once, for its first place in the response), and
/// invented at each of its places where nobody has given it. A broken token, or PII that saving will make
/// that token of, still stands for it: then it is not dropped as well. An empty text has no problems.
[[nodiscard]] std::vector<TextProblem> textProblems(const ProblemInput& input);

} // namespace goldpan::checks
