// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a filter's text may be kept: filters are people's own words, and may name a person. Pure; any
// thread.
#pragma once

#include <string_view>

namespace goldpan::redact {
class Redactor;
}

namespace goldpan::store {

/// Read as a whole and, where it is a filter, term by term, its words in one line, with and without blanks,
/// and the words that its regular expressions spell; where it is none, without the marks of the language and
/// as one pattern. With a token in its place such a filter would find other rows, so it is not kept at all.
[[nodiscard]] bool filterHoldsPii(std::string_view filterText, const redact::Redactor& redactor);

} // namespace goldpan::store
