// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store as an earlier version of Goldpan left it. Test support.
#pragma once

#include <string>

namespace goldpan::test {

/// A store as Goldpan made it when its schema was `version`, with the row "a", its correction and a drift.
void makeOldStore(const std::string& path, int version);

} // namespace goldpan::test
