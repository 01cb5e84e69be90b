// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tool definitions in the shape of chat completions, from any of the dialects. Pure functions; safe on any
// thread.
#pragma once

#include "core/base/json_tree.h"

namespace goldpan::profiles {

/// `[{"type":"function","function":{"name","description","parameters"}}]`. What names no function (a
/// provider's own search tool) stays as it is.
[[nodiscard]] JsonTree readTools(const JsonTree& value);

} // namespace goldpan::profiles
