// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule: how a profile finds one value of a row: where to look, and the steps from there. A value; safe on any
// thread.
#pragma once

#include "core/base/timestamp.h"
#include "core/profiles/pointer.h"
#include "core/profiles/times.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::profiles {

class Taken;

/// How a value is read as part of a conversation.
enum class Shape {
    none,
    chat,       ///< messages of any dialect
    items,      ///< messages of Responses: neighbouring answers are one
    transcript, ///< text of `role: words` lines
    answer,     ///< what the model said, in any dialect
    tools,
};

struct Rule {
    enum class Kind {
        at,
        constant,
        sum,    ///< of numbers at all of `pointers`
        diff,   ///< milliseconds from the first of two times to the second
        object, ///< made of what stands at the pointers of `members`
        digest, ///< of the whole record: an id where a format has none
    };

    Kind kind = Kind::at;
    std::vector<Pointer> pointers; ///< at: the first hit of them
    std::vector<std::pair<std::string, Pointer>> members;
    JsonTree constant;
    int json = 0;
    bool attributes = false; ///< `kv`
    bool sse = false;
    bool events = false;                      ///< message events of OpenTelemetry, as messages and choices
    std::vector<std::string> empty;           ///< texts that mean nothing
    std::map<std::string, std::string> names; ///< `enum`
    std::optional<std::string> otherName;     ///< `else` of it; without one any other value is no hit
    std::optional<TimeUnit> time;
    std::optional<double> scale;
    bool round = false;
    bool mean = false;
    bool ln = false;
    std::size_t first = 0; ///< characters to keep; 0: all
    bool hash = false;     ///< a raw user id, to be hashed before it is kept
    Shape shape = Shape::none;
};

/// What a mean was made of.
struct Average {
    double mean = 0;
    double sum = 0;
    double least = 0;
    std::int64_t count = 0;
};

struct Found {
    const JsonTree* source = nullptr; ///< in the record, where no step made something else of it
    JsonTree made;                    ///< otherwise
    bool isRawUser = false;
    Shape shape = Shape::none;
    std::optional<Average> average;
    std::string from; ///< the pointer, as the profile writes it

    [[nodiscard]] const JsonTree& value() const { return source != nullptr ? *source : made; }
};

/// The first of `rules` that finds something; marks what it found, but for a conversation whose reader marks
/// what it reads.
[[nodiscard]] std::optional<Found> find(const std::vector<Rule>& rules, const Scope& scope, Taken& taken);

/// The value as text, number as written; "" for none.
[[nodiscard]] std::string findText(const std::vector<Rule>& rules, const Scope& scope, Taken& taken);
[[nodiscard]] std::optional<Timestamp> findTime(const std::vector<Rule>& rules, const Scope& scope,
                                                Taken& taken);

} // namespace goldpan::profiles
