// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LineFields: which keys of the log row one line has, and which it has besides. Views into the scanned line;
// one object, one thread.
#pragma once

#include "core/base/json_scanner.h"
#include "core/ingest/entry_decoder.h"

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace goldpan::ingest {

/// The keys that are known, in the order in which faults are told.
enum class Key : std::size_t {
    requestId,
    ts,
    modelVersion,
    prompt,
    response,
    latencyMs,
    userIdHash,
    responseLogprob,
    tags,
    messages,
    output,
    tools,
    feedback,
    meta,
    userId, ///< raw; never stored
};
inline constexpr std::size_t kKeyCount = 15;

[[nodiscard]] std::string_view keyName(Key key);
/// What a key that is kept as JSON text must be; null for all others.
[[nodiscard]] JsonKind optionalKind(Key key);

using Fault = std::optional<DecodeFailure>;

[[nodiscard]] DecodeFailure notJson();
[[nodiscard]] DecodeFailure missingField(Key key);
[[nodiscard]] DecodeFailure wrongType(Key key);

class LineFields {
public:
    /// Sorts the members by what they are; of a doubled key the last counts. False where a structure that is
    /// not kept as JSON text, and so looked at by nobody else, is no JSON inside (`isJson` tells).
    [[nodiscard]] bool gather(const std::vector<JsonMember>& members,
                              const std::function<bool(std::string_view)>& isJson);

    /// Null where the line has no such key.
    [[nodiscard]] const JsonValue* find(Key key) const { return m_fields[static_cast<std::size_t>(key)]; }
    /// Null also where the value is JSON's null.
    [[nodiscard]] const JsonValue* findValue(Key key) const;
    [[nodiscard]] const std::vector<JsonMember>& unknown() const { return m_unknown; }

private:
    std::array<const JsonValue*, kKeyCount> m_fields{};
    std::vector<JsonMember> m_unknown;
};

} // namespace goldpan::ingest
