// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MemberName: the name of a member of JSON as it is handed on to what the member holds. Pure functions; safe
// on any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace goldpan::redact {

/// `{"tel":[{"value":"..."}]}`: a member that says nothing of its value; what it stands in may.
[[nodiscard]] bool isHolder(std::string_view key);

/// No rule looks further back, and every element of an array is read beside the name anew.
inline constexpr std::size_t kMemberNameBytes = 128;

/// What is in member `key` of a structure that is called `outer` itself: the end of `key`, whole characters
/// of it, or `outer` where `key` says no more than "value" does.
[[nodiscard]] std::string_view memberName(std::string_view key, std::string_view outer);

/// "phones": one of its elements is a phone. "tokens" are words of a model.
[[nodiscard]] bool isPlural(std::string_view name);

/// "home_phone", "passportNumber", but not "phone_bytes", "mobile_pageviews".
[[nodiscard]] bool namesNumber(std::string_view name);

} // namespace goldpan::redact
