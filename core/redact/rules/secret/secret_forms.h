// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretForms: secrets that are known by their own form, whatever is called before them. Pure functions; safe
// on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <optional>

namespace goldpan::redact {

/// `pos` is the first '-' of "-----BEGIN ... PRIVATE KEY-----": up to its end, or as far as it goes where
/// that was cut off.
[[nodiscard]] std::optional<PiiSpan> matchPem(const ScanText& scan, std::size_t pos);
/// `colon` is that of "Private-Lines: 14", the key file of PuTTY: its lines and the code over them.
[[nodiscard]] std::optional<PiiSpan> matchPrivateLines(const ScanText& scan, std::size_t colon);
/// `at` is the '@' of "://user:password@": the password.
[[nodiscard]] std::optional<PiiSpan> matchUserInfo(const ScanText& scan, std::size_t at);
/// Addresses that let whoever knows them write: web hooks of Slack, Teams, Discord. `pos` is inside one.
[[nodiscard]] std::optional<PiiSpan> matchHook(const ScanText& scan, std::size_t pos);

/// Length of the key that begins at `pos` and carries no prefix but a shape of its service; 0 for none.
[[nodiscard]] std::size_t shapedKey(std::string_view text, std::size_t pos);

} // namespace goldpan::redact
