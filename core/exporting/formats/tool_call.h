// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ToolCall: one function that an assistant turn calls, read from Message::toolCalls. A value.
#pragma once

#include "core/exporting/formats/training_row.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::exporting {

struct ToolCall {
    std::string id; ///< "" where there is none
    std::string name;
    std::string arguments; ///< as the model wrote them; of an object its JSON text
};

/// Refuses what is no list of calls to functions.
[[nodiscard]] Fit<std::vector<ToolCall>> toolCallsOf(const Message& turn);

/// The text of a JSON array of tool definitions, checked: a list of objects.
[[nodiscard]] Fit<void> checkTools(std::string_view tools);

/// One JSON value as json.dumps writes it: a space after each comma and colon, no other outside strings.
/// Works on the text, so that numbers stay as they were.
void appendSpacedJson(std::string& out, std::string_view json);

/// True where `text` is one JSON object, whole and well formed.
[[nodiscard]] bool isJsonObject(std::string_view text);

} // namespace goldpan::exporting
