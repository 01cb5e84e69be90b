// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretPrefixes: how keys begin that services mark on purpose, as they publish it. Pure functions; safe on
// any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goldpan::redact {

/// Length of the prefix where `word` begins with one and goes on as long as that service's keys do at least;
/// else 0.
[[nodiscard]] std::size_t secretPrefix(std::string_view word);

[[nodiscard]] std::string describeSecretPrefixes();

} // namespace goldpan::redact
