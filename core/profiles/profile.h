// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Profile: how the objects of one log format become rows, as data. A value; safe on any thread.
#pragma once

#include "core/base/result.h"
#include "core/profiles/condition.h"
#include "core/profiles/rule.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

using Rules = std::vector<Rule>;
using Pointers = std::vector<Pointer>; ///< of which the first that finds something counts

/// A value rewritten in its place before anything is looked for, so that pointers can go into it.
struct Preparation {
    Pointer at;
    int json = 0;
    Shape shape = Shape::none; ///< what comes out of the JSON has to be one
    bool attributes = false;
    bool table = false; ///< by columns, to a list of its rows
    bool unflatten = false;
    std::vector<std::string> prefixes; ///< of the keys to unflatten; none: all
    bool sse = false;
};

/// What two objects share: the same value at one pointer in each.
struct PointerPair {
    Pointer theirs;
    Pointer ours;
};

/// What somebody or something thought of an answer.
struct FeedbackRule {
    std::optional<Pointer> each; ///< in the record; without one the record itself says it
    std::vector<PointerPair>
        on; ///< the first whose left side it has must agree; none has: it is of the whole trace
    std::vector<Condition> where;
    Rules name;
    Rules value;
    Rules label;
    Rules source;
    Rules ts;
    Rules comment;
    Rules correction; ///< what the answer should have been: a gold correction
    Rules author;     ///< who says so
};

/// How objects of a companion file (`--with`) come to their rows.
struct Join {
    std::string name; ///< as reports call it
    std::vector<Pointers> each;
    std::vector<Preparation> prepare;
    std::vector<Condition> where;
    std::vector<PointerPair> on; ///< the first that the object has; none: it belongs to every row
    std::vector<FeedbackRule> feedback;
    std::string into; ///< the member of the record that the object becomes; "" for feedback
};

struct TagRule {
    std::string add;
    std::optional<Condition> when; ///< of the record
    bool ofFeedback = false;       ///< of any one feedback, by all that is given below
    std::vector<std::string> names;
    std::vector<std::string> sources;
    std::vector<std::string> labels;
    std::optional<double> max;
    std::optional<double> min;
};

/// Objects that tell of a begun and of an ended run, to be put together.
struct Pairs {
    Pointer begin;
    Pointer end;
    std::string by;       ///< the member that both share
    std::string complete; ///< a begun run that has this member is whole already
};

struct Detection {
    int rank = 0; ///< the higher one is asked first
    std::vector<std::vector<Condition>> any;
};

struct Profile {
    std::string name;
    std::string title;
    std::string note;
    std::string extends;
    Detection detect;
    std::optional<Pairs> pairs;
    std::vector<Pointers> each; ///< from the whole object to the record, a level each
    std::vector<Preparation> prepare;
    std::vector<Condition> where;
    std::map<std::string, Rules, std::less<>> map;
    std::vector<std::pair<std::string, Rules>> meta; ///< in the order of the row
    std::vector<FeedbackRule> feedback;
    std::vector<Join> join;
    std::vector<TagRule> tag;
    std::vector<Pointer> drop; ///< what is known and not kept: token lists, copies
    std::string sha256;        ///< hex: of all of this, with what it extends

    [[nodiscard]] const Rules& rules(std::string_view field) const;
};

/// What one level of `each` finds in `tree`.
[[nodiscard]] std::vector<JsonTree*> itemsOf(const Pointers& each, JsonTree& tree);

/// `at` climbs, and ends on the way from there down to the records: to rewrite what stands there would take
/// the records away.
[[nodiscard]] bool rewritesRecords(const std::vector<Pointers>& each, const Pointer& at);

/// Names a profile's text: a shipped one's JSON, or none.
using ProfileTexts = std::function<std::optional<std::string>(std::string_view name)>;

/// Reads profile JSON; `texts` finds what it extends. badValue with what is wrong; `where` says where: a line
/// and column of text that is no JSON, else a JSON Pointer into the profile.
[[nodiscard]] Result<Profile> readProfile(std::string_view json, const ProfileTexts& texts);

} // namespace goldpan::profiles
