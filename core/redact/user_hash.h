// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a user id becomes a user_id_hash. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::redact {

/// 16 to 64 hex digits, either case: a hash already. Anything else is a raw id.
[[nodiscard]] bool isUserIdHash(std::string_view value);

/// SHA-256, first 16 hex digits (the lesson's hash). A hash is returned as it is.
[[nodiscard]] std::string hashUserId(std::string_view value);

} // namespace goldpan::redact
