// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretPhrases: secrets that words further back name: the sentence, the block, the question in the line
// before. Pure functions; safe on any thread.
#pragma once

#include "core/redact/rules/secret/secret_keys.h"
#include "core/redact/scan/scan_text.h"

#include <optional>
#include <string_view>

namespace goldpan::redact {

/// The word that ends at `end`, and no longer than one that is asked for.
[[nodiscard]] std::string_view secretWordTo(std::string_view text, std::size_t end);
/// What `word` in `text` names, where that is a password.
[[nodiscard]] KeyName passwordName(std::string_view text, std::string_view word);

/// "Chapter7", "python3.11": a thing that is numbered, and its number. "Summer24" is none.
[[nodiscard]] bool isNumberedThing(std::string_view value);
/// "Tiger2024x", "otter-77!": no name of a program, such as "libsodium23".
[[nodiscard]] bool isStrong(std::string_view value);

/// "password for the router", "senha do wifi", "пароль от почты": what these words name, which end at `end`.
/// `far`: more than one word may say what for, "della rete ospiti".
[[nodiscard]] KeyName saysWhatFor(const ScanText& scan, std::size_t end, bool far);

/// `variable "db_password" { default = "..."`: `pos` is the '='.
[[nodiscard]] KeyName nameOfBlock(const ScanText& scan, std::size_t pos);

/// "and the wifi pass?", but not "Forgot your password?": the line that ends with its question mark at `end`.
[[nodiscard]] bool asksForPassword(std::string_view text, std::size_t end);
/// "wifi password?" and the answer in a line of its own, behind who says it, or looking like a
/// password by itself; the value begins at `begin`.
[[nodiscard]] std::optional<PiiSpan> matchAnswer(const ScanText& scan, std::size_t begin);

} // namespace goldpan::redact
