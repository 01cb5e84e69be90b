// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The manual of goldpan-cli, made from its own command line, so that it never tells of an option that is
// gone.
#pragma once

#include <string>

namespace goldpan::manual {

/// goldpan-cli(1), in troff.
[[nodiscard]] std::string cliManual();

} // namespace goldpan::manual
