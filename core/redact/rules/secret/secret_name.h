// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretName: the name before a value, and whether it makes the value a secret. Pure functions; safe on any
// thread.
#pragma once

#include "core/redact/rules/secret/secret_keys.h"
#include "core/redact/scan/scan_text.h"

#include <cstddef>

namespace goldpan::redact {

/// What the words say that end at `pos`; marks of an assignment and quotes between are skipped. Two words
/// make a key where prose names it: "client secret", "api key".
[[nodiscard]] KeyName nameBefore(const ScanText& scan, std::size_t pos);

/// What begins at `pos` is what a secret's name before it is set to, by a mark, a verb or a flag:
/// "password: ", "<password>", "the password is ", "--password ", "('password','".
[[nodiscard]] bool isSetToSecret(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
