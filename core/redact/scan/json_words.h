// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonWords: the words of a conversation's JSON that programs read: keys of messages, calls and schemas,
// roles, types. A rule of the company's own that matches one of them would break every row. Pure functions;
// safe on any thread.
#pragma once

#include <string_view>

namespace goldpan::redact {

[[nodiscard]] bool isMachineKey(std::string_view key);
/// `assistant` of `role`, `tool_use` of `type`: one of the few values that the key may have.
[[nodiscard]] bool isMachineValue(std::string_view key, std::string_view value);

} // namespace goldpan::redact
