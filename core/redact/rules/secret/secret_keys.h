// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretKeys: which names announce a secret, and which values can be one. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace goldpan::redact {

enum class KeyName : std::uint8_t {
    none,
    password,
    token, ///< a token, a secret, a key to an API
    key,   ///< a key to something: only where the value cannot be anything else
    clave, ///< a word that is much else too, as Spain's is: a password where the value is no word
};

/// What `identifier` ("apiKey", "DB_PASSWORD", "x-auth-token") names. "public_key", "token_count",
/// "password_file", "keyword" name no secret.
[[nodiscard]] KeyName keyName(std::string_view identifier);
/// What the word at the end of `lead` names in other languages and scripts.
[[nodiscard]] KeyName foreignKeyName(std::string_view lead);

} // namespace goldpan::redact
