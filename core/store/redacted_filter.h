// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A filter's text as it may be kept: filters are people's own words, and may name a person. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::redact {
class Redactor;
}

namespace goldpan::store {

/// Read as a whole and, where it is a filter, also term by term. Ids are kept.
[[nodiscard]] std::string redactedFilter(std::string_view filterText, const redact::Redactor& redactor);

} // namespace goldpan::store
