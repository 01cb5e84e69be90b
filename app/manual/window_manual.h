// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The manual of goldpan, made from its own command line.
#pragma once

#include <string>

namespace goldpan::manual {

/// goldpan(1), in troff.
[[nodiscard]] std::string windowManual();

} // namespace goldpan::manual
