// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialects call those who speak. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::profiles {

/// user, assistant, system, developer or tool, where the name is known; else the name as it is.
[[nodiscard]] std::string ourRole(std::string_view role);

/// A word that begins a turn of a transcript, in any case.
[[nodiscard]] bool isTranscriptRole(std::string_view word);
/// ASCII letters lower.
[[nodiscard]] std::string lowered(std::string_view word);

} // namespace goldpan::profiles
