// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Feedback: what somebody or something thought of an answer, as a profile reads it, and which tags follow
// from it. Values and pure functions; safe on any thread.
#pragma once

#include "core/base/timestamp.h"
#include "core/profiles/feedback_index.h"
#include "core/profiles/profile.h"
#include "core/profiles/taken.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::profiles {

struct Feedback {
    std::string name;
    JsonTree value; ///< a number, a boolean or null
    std::string label;
    std::string source; ///< user, operator, judge or code
    std::optional<Timestamp> ts;
    std::string comment;
    std::string correction; ///< the answer that it should have been
    std::string author;
    bool ofTrace = false;             ///< said of the whole trace, not of this call
    bool isGold = true;               ///< the correction is of this call for certain
    bool hasUnreadCorrection = false; ///< there is one, but it holds no words that could be an answer

    /// As a row keeps it.
    [[nodiscard]] JsonTree json() const;
    /// A judge's or a program's correction is no gold.
    [[nodiscard]] bool isOfPeople() const { return source != "judge" && source != "code"; }
    /// False is 0, true is 1.
    [[nodiscard]] std::optional<double> score() const;
};

/// The last that a row keeps; a trace's is given to each of its calls.
inline constexpr std::size_t kMostFeedback = 100;
inline constexpr std::size_t kMostFeedbackBytes = std::size_t{64} << 10;

/// Appends what `rule` finds in the record, at most one more than a row keeps. `index`: where several records
/// share an object.
void readFeedback(const FeedbackRule& rule, const Scope& scope, Taken& taken, std::vector<Feedback>& out,
                  FeedbackIndex* index = nullptr);
/// Leaves the last that a row keeps, at least one; whether there were more.
[[nodiscard]] bool cutFeedback(std::vector<Feedback>& feedback);

/// The words of a correction: a text, a message, or either under a name that means the answer. "" where there
/// are none: a label or a score is no answer.
[[nodiscard]] std::string correctionText(const JsonTree& value);

/// Of a rule that asks for feedback.
[[nodiscard]] bool calls(const TagRule& rule, const Feedback& feedback);
/// The same people said yes and no under the same name.
[[nodiscard]] bool disagree(const std::vector<Feedback>& feedback);

} // namespace goldpan::profiles
