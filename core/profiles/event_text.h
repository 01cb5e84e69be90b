// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text of server-sent events and the data in it, by the rules of the standard: lines end in LF, CR LF or CR,
// comments are passed over. Pure functions; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

/// Looks like server-sent events: its first line that is not blank begins with `data:`, `event:`, `id:`,
/// `retry:` or `:`.
[[nodiscard]] bool looksLikeEvents(std::string_view text);

/// The data of each event that has any, in order; the lines of one event are joined by LF.
[[nodiscard]] std::vector<std::string> eventData(std::string_view events);

} // namespace goldpan::profiles
