// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What some programs write before a text, to say that it is UTF-8; no part of it.
#pragma once

#include <string_view>

namespace goldpan {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace goldpan
