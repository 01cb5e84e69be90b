// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of a rule set as a tree, before anybody asks what it means. A free function; safe on any thread.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace goldpan::redact {

/// badValue, with line and column, where `text` is no JSON, is larger than 1 MB, nests deeper than 8 or gives
/// a key twice. Nothing of the text is quoted.
[[nodiscard]] Result<nlohmann::json> parseRuleSetJson(std::string_view text);

} // namespace goldpan::redact
