// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules and conditions from a profile's JSON. Pure functions that throw ProfileFault; safe on any thread.
#pragma once

#include "core/profiles/condition.h"
#include "core/profiles/profile_value.h"
#include "core/profiles/rule.h"

namespace goldpan::profiles {

/// One rule, or a list of which the first hit counts. A string is a pointer.
[[nodiscard]] std::vector<Rule> readRules(const ProfileValue& value);
/// By the name that profiles give it.
[[nodiscard]] Shape readShape(const ProfileValue& value);
[[nodiscard]] std::vector<Condition> readConditions(const ProfileValue& value);
[[nodiscard]] Condition readCondition(const ProfileValue& value);

} // namespace goldpan::profiles
