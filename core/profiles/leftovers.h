// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a record became nothing, by JSON Pointer. Pure functions; safe on any thread.
#pragma once

#include "core/profiles/taken.h"

#include <string>

namespace goldpan::profiles {

/// Adds to the object `out` what stands in `record` and was not taken: the largest values of which no part
/// was, by the pointer to them with `prefix` before it. What holds nothing (null, "", [] or {}) is not kept.
void addLeftovers(const JsonTree& record, const Taken& taken, const std::string& prefix, JsonTree& out);

} // namespace goldpan::profiles
