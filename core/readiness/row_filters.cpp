// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readiness/row_filters.h"

#include "core/domain/tag.h"
#include "core/queue/filter_parser.h"

#include <cmath>
#include <utility>
#include <vector>

namespace goldpan::readiness {
namespace {

using queue::Filter;
using queue::Term;

Filter one(Term term) {
    return {Filter::Kind::term, {}, std::move(term)};
}

/// All of them; with none every row.
std::string textOf(std::vector<Filter> terms) {
    if (terms.empty()) {
        return "";
    }
    return queue::filterToText(terms.size() == 1 ? std::move(terms.front())
                                                 : Filter{Filter::Kind::conjunction, std::move(terms)});
}

/// The language writes years up to 9999, and the day after the last of them lies beyond.
bool canBeWritten(Timestamp at) {
    return parseTimestamp(formatNaiveTimestamp(at)) == at;
}

Filter corrected() {
    return one(queue::StateTerm{ReviewState::corrected});
}

} // namespace

std::string daysFilter(Timestamp from, Timestamp until, DayRows rows) {
    std::vector<Filter> terms;
    if (rows == DayRows::lowConfidence) {
        terms.push_back(one(queue::IsTerm{queue::IsRule::lowConfidence}));
    } else if (rows == DayRows::negative) {
        terms.push_back(one(queue::TagTerm{std::string(kTagUserNegative)}));
    }
    terms.push_back(one(queue::TimeTerm{.after = true, .at = from}));
    if (canBeWritten(until)) {
        terms.push_back(one(queue::TimeTerm{.after = false, .at = until}));
    }
    return textOf(std::move(terms));
}

std::string binFilter(const store::LogprobBin& bin) {
    using enum queue::Compare;
    constexpr auto kField = queue::NumberField::logprob;
    std::vector<Filter> terms;
    terms.reserve(2); // g++ 12 warns at -O3 where the second one makes it grow
    if (std::isfinite(bin.from)) {
        terms.push_back(one(queue::NumberTerm{kField, greaterEqual, bin.from}));
    }
    if (std::isfinite(bin.to)) {
        terms.push_back(one(queue::NumberTerm{kField, less, bin.to}));
    }
    if (terms.empty()) {
        terms.push_back({Filter::Kind::negation, {one(queue::NoNumberTerm{kField})}});
    }
    return textOf(std::move(terms));
}

std::string windowFilter(std::size_t place) {
    return textOf({one(queue::DriftTerm{static_cast<std::int64_t>(place) + 1})});
}

std::optional<std::string> triggerFilter(const Overview& overview, std::size_t trigger) {
    if (trigger >= overview.triggers.size()) {
        return std::nullopt;
    }
    const cadence::Trigger& asked = overview.triggers[trigger];
    switch (asked.kind) {
    case cadence::TriggerKind::drift:
        // The windows come first among the triggers, in their own order; without any, one says so.
        return trigger < overview.windows.size() ? std::optional(windowFilter(trigger)) : std::nullopt;
    case cadence::TriggerKind::schedule:
        return textOf({corrected()});
    case cadence::TriggerKind::cluster:
        break;
    }
    return asked.subject.empty() ? std::nullopt
                                 : std::optional(textOf({one(queue::TagTerm{asked.subject}), corrected()}));
}

} // namespace goldpan::readiness
