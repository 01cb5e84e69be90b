// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/json_words.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

// Sorted by bytes. None of these words tells anything of anybody.
constexpr auto kKeys = std::to_array<std::string_view>({"$defs",
                                                        "$ref",
                                                        "additionalProperties",
                                                        "allOf",
                                                        "annotations",
                                                        "anyOf",
                                                        "arguments",
                                                        "content",
                                                        "created_at",
                                                        "data",
                                                        "default",
                                                        "description",
                                                        "detail",
                                                        "enum",
                                                        "event_id",
                                                        "extra",
                                                        "file",
                                                        "file_id",
                                                        "finish_reason",
                                                        "format",
                                                        "function",
                                                        "function_call",
                                                        "id",
                                                        "image_url",
                                                        "index",
                                                        "input",
                                                        "input_audio",
                                                        "is_error",
                                                        "items",
                                                        "kind",
                                                        "maximum",
                                                        "media_type",
                                                        "messages",
                                                        "minimum",
                                                        "name",
                                                        "oneOf",
                                                        "operator",
                                                        "output",
                                                        "parameters",
                                                        "pii",
                                                        "properties",
                                                        "rating",
                                                        "reasoning",
                                                        "reasoning_content",
                                                        "received_at",
                                                        "refusal",
                                                        "request_id",
                                                        "required",
                                                        "role",
                                                        "signature",
                                                        "source",
                                                        "strict",
                                                        "text",
                                                        "thinking",
                                                        "title",
                                                        "tool",
                                                        "tool_call_id",
                                                        "tool_calls",
                                                        "tool_use_id",
                                                        "tools",
                                                        "ts",
                                                        "type",
                                                        "updated_at",
                                                        "url",
                                                        "value"});
constexpr auto kRoles =
    std::to_array<std::string_view>({"assistant", "critic", "developer", "function", "human", "ipython",
                                     "model", "platform", "system", "tool", "user"});
constexpr auto kTypes = std::to_array<std::string_view>({"array",         "audio",
                                                         "base64",        "boolean",
                                                         "custom",        "document",
                                                         "file",          "function",
                                                         "function_call", "function_call_output",
                                                         "image",         "image_url",
                                                         "input_audio",   "input_file",
                                                         "input_image",   "input_text",
                                                         "integer",       "json_object",
                                                         "json_schema",   "message",
                                                         "null",          "number",
                                                         "object",        "output_text",
                                                         "reasoning",     "redacted_thinking",
                                                         "refusal",       "string",
                                                         "text",          "thinking",
                                                         "tool_call",     "tool_result",
                                                         "tool_use",      "url"});
static_assert(std::ranges::is_sorted(kKeys) && std::ranges::is_sorted(kRoles) &&
              std::ranges::is_sorted(kTypes));

} // namespace

bool isMachineKey(std::string_view key) {
    return std::ranges::binary_search(kKeys, key);
}

bool isMachineValue(std::string_view key, std::string_view value) {
    return (key == "role" && std::ranges::binary_search(kRoles, value)) ||
           (key == "type" && std::ranges::binary_search(kTypes, value));
}

} // namespace goldpan::redact
