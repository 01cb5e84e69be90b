// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonRedactor: redacts JSON text leaf by leaf. Owns a parser and its buffers: one object, one thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/redactor.h"
#include "core/redact/user_hash.h"

#include <memory>
#include <string>
#include <string_view>

namespace goldpan::redact {

/// What happens to values whose key names a person's id, an address or a header.
enum class KeyRule {
    keepAll,       ///< only redact strings (messages, tools: `address` is a parameter name there)
    protectPeople, ///< hash user ids, drop addresses and headers (meta, feedback, unknown keys)
};

enum class KeyClass {
    plain,
    user,   ///< names a user: scalars are hashed, structures dropped
    secret, ///< names an address (IP, e-mail, street) or a header: dropped
};

/// What a key of an unknown field names. Case, `-`, `_`, `.` and camelCase do not matter; a JSON Pointer is
/// judged by all its segments.
[[nodiscard]] KeyClass classifyKey(std::string_view key);

class JsonRedactor {
public:
    /// `redactor` must outlive this.
    explicit JsonRedactor(const Redactor& redactor, UserKey users = {});
    ~JsonRedactor();

    /// Compact JSON text of `json` with every string (values and keys) redacted, numbers byte for byte as
    /// they were but for those that an own rule finds and long integers that are PII beside their key, key
    /// order and doubled keys kept. badValue where `json` is not one JSON value or nests deeper than 1000.
    /// Lone surrogate escapes become U+FFFD. On any internal failure nothing of it is left, counted as
    /// `failed`: an empty list or object for one that held something, else `[DROPPED]`.
    [[nodiscard]] Result<std::string> redact(std::string_view json, KeyRule rule, RedactionCounts& counts);

private:
    [[nodiscard]] Result<std::string> rewritten(std::string_view json, KeyRule rule, RedactionCounts& counts);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace goldpan::redact
