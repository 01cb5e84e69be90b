// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filter: what rows are wanted, as a plain tree. Made by parseFilter, read by the store. A value.
#pragma once

#include "core/base/timestamp.h"
#include "core/domain/review_state.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace goldpan::queue {

enum class Compare : std::uint8_t {
    less,
    lessEqual,
    greater,
    greaterEqual,
    equal,
};

enum class IsRule : std::uint8_t {
    lowConfidence,
    flagged,
    draft, ///< anybody's
    pii,
};

enum class NumberField : std::uint8_t {
    logprob,
    latency,
};

enum class TextField : std::uint8_t {
    any, ///< prompt, messages or response
    prompt,
    response,
    correction,
};

// One struct a term. A comparison with a missing value is false and its negation true.
struct TagTerm {
    std::string name;
    bool operator==(const TagTerm&) const = default;
};
struct NoTagTerm { ///< tag:none
    bool operator==(const NoTagTerm&) const = default;
};
struct IsTerm {
    IsRule rule{};
    bool operator==(const IsTerm&) const = default;
};
struct StateTerm {
    ReviewState state{};
    bool operator==(const StateTerm&) const = default;
};
struct ModelTerm {
    std::string glob; ///< `*` stands for any characters, everything else for itself
    bool operator==(const ModelTerm&) const = default;
};
struct UserTerm {
    std::string hash;
    bool operator==(const UserTerm&) const = default;
};
struct IdTerm {
    std::string requestId;
    bool operator==(const IdTerm&) const = default;
};
struct NumberTerm {
    NumberField field{};
    Compare compare{};
    double value = 0;
    bool operator==(const NumberTerm&) const = default;
};
struct NoNumberTerm { ///< logprob:none, latency:none
    NumberField field{};
    bool operator==(const NoNumberTerm&) const = default;
};
struct TimeTerm { ///< after: is >=, before: is <
    bool after = true;
    Timestamp at;
    bool operator==(const TimeTerm&) const = default;
};
struct DriftTerm {
    std::int64_t number = 0; ///< windows counted by time from 1; 0 is the last
    bool operator==(const DriftTerm&) const = default;
};
struct BatchTerm {
    std::int64_t number = 0;
    bool operator==(const BatchTerm&) const = default;
};
struct OperatorTerm { ///< who wrote the row's correction
    std::string name;
    bool operator==(const OperatorTerm&) const = default;
};
struct SimilarTerm { ///< rows that say nearly the same as this one, itself included
    std::string requestId;
    bool operator==(const SimilarTerm&) const = default;
};
struct TextTerm {
    TextField field{};
    bool regex = false;     ///< RE2 on each text apart; else a substring
    bool ignoreCase = true; ///< Unicode simple folding; substrings always
    std::string text;
    bool operator==(const TextTerm&) const = default;
};

using Term = std::variant<TagTerm, NoTagTerm, IsTerm, StateTerm, ModelTerm, UserTerm, IdTerm, NumberTerm,
                          NoNumberTerm, TimeTerm, DriftTerm, BatchTerm, OperatorTerm, SimilarTerm, TextTerm>;

struct Filter {
    enum class Kind : std::uint8_t {
        all, ///< every row; the default
        conjunction,
        disjunction,
        negation, ///< of children[0]
        term,
    };
    Kind kind = Kind::all;
    std::vector<Filter> children;
    Term term = NoTagTerm{};

    bool operator==(const Filter&) const = default;
};

} // namespace goldpan::queue
