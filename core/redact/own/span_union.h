// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SpanUnion: what own rules and the built-in ones found in one text, put together so that neither makes a
// part of what the other found stay. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/pii_span.h"

#include <vector>

namespace goldpan::redact {

/// Both in order, neither with overlaps in itself. What a built-in rule found inside an own match gives way
/// to it; what reaches beyond one takes it in, and keeps its type.
[[nodiscard]] std::vector<PiiSpan> united(const std::vector<PiiSpan>& own,
                                          const std::vector<PiiSpan>& builtIn);

/// Both lists together without what lies inside of another one: begins and ends both rise, as they do in each
/// of the two.
[[nodiscard]] std::vector<PiiSpan> outermost(const std::vector<PiiSpan>& left,
                                             const std::vector<PiiSpan>& right);
/// `span` lies inside of one of `outer`, whose begins and ends rise.
[[nodiscard]] bool liesIn(const std::vector<PiiSpan>& outer, const PiiSpan& span);

} // namespace goldpan::redact
