// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How `model:` names many models. A pure function; safe on any thread.
#pragma once

#include <string_view>

namespace goldpan::sql {

/// `*` is any run of characters; everything else stands for itself.
[[nodiscard]] bool globMatches(std::string_view glob, std::string_view text);

} // namespace goldpan::sql
