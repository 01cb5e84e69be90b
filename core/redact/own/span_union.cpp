// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/span_union.h"

#include "core/redact/rules/rules.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

/// The type of the stronger built-in rule; an own match says what it is only where it stands alone.
PiiSpan joined(const PiiSpan& left, const PiiSpan& right) {
    PiiSpan out =
        right.rule != 0 || (left.rule == 0 && precedence(left.type) < precedence(right.type)) ? left : right;
    out.begin = std::min(left.begin, right.begin);
    out.end = std::max(left.end, right.end);
    return out;
}

} // namespace

std::vector<PiiSpan> united(const std::vector<PiiSpan>& own, const std::vector<PiiSpan>& builtIn) {
    std::vector<PiiSpan> reaching;
    for (const PiiSpan& span : builtIn) {
        if (!liesIn(own, span)) {
            reaching.push_back(span);
        }
    }
    std::vector<PiiSpan> all(own.size() + reaching.size());
    std::ranges::merge(own, reaching, all.begin(), {}, &PiiSpan::begin, &PiiSpan::begin);
    std::vector<PiiSpan> apart;
    for (const PiiSpan& span : all) {
        if (!apart.empty() && apart.back().end > span.begin) {
            apart.back() = joined(apart.back(), span);
        } else {
            apart.push_back(span);
        }
    }
    return apart;
}

std::vector<PiiSpan> outermost(const std::vector<PiiSpan>& left, const std::vector<PiiSpan>& right) {
    std::vector<PiiSpan> all(left.size() + right.size());
    std::ranges::merge(left, right, all.begin(), {}, &PiiSpan::begin, &PiiSpan::begin);
    std::vector<PiiSpan> out;
    for (const PiiSpan& span : all) {
        if (!out.empty() && out.back().end >= span.end) {
            continue;
        }
        if (!out.empty() && out.back().begin == span.begin) {
            out.back() = span;
        } else {
            out.push_back(span);
        }
    }
    return out;
}

bool liesIn(const std::vector<PiiSpan>& outer, const PiiSpan& span) {
    const auto around = std::ranges::lower_bound(outer, span.end, {}, &PiiSpan::end);
    return around != outer.end() && around->begin <= span.begin;
}

} // namespace goldpan::redact
