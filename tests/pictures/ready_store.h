// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a store of the sample log on its way to a new model, for the picture of the readiness view: a drift
// window that was trained on, one that is being collected, and a gate. A function; any thread.
#pragma once

#include "core/base/result.h"

#include <string>

namespace goldpan::test {

/// A batch is written for it into a folder of `scratch`, which goes again.
[[nodiscard]] Result<void> makeReady(const std::string& store, const std::string& scratch);

} // namespace goldpan::test
