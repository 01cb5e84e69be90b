// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretValues: which values can be a secret. Pure functions; safe on any thread.
#pragma once

#include "core/redact/rules/secret/secret_keys.h"

#include <cstdint>
#include <string_view>

namespace goldpan::redact {

/// How a value stands behind its name.
enum class Joint : std::uint8_t {
    loose,  ///< as a word behind a word
    quoted, ///< in quotes, or where only a value can stand
    query,  ///< in the query of a URL
    sure,   ///< in the environment, a connection string, beside the name of who logs in
};

/// At least five different characters, and digits, mixed case or length as random text has them.
[[nodiscard]] bool looksRandom(std::string_view value);
/// What stands behind a published prefix goes on as keys do. `marked`: the prefix ends in a mark, so that no
/// word begins so.
[[nodiscard]] bool isKeyTail(std::string_view tail, bool marked);
/// `value` can be a secret: no placeholder, no name of a variable, no path.
[[nodiscard]] bool isSecretValue(KeyName key, std::string_view value, Joint joint);

} // namespace goldpan::redact
