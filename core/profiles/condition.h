// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Condition: what a profile asks of a record. A value; safe on any thread.
#pragma once

#include "core/profiles/pointer.h"

#include <optional>
#include <string>
#include <vector>

namespace goldpan::profiles {

struct Condition {
    std::vector<Pointer> pointers; ///< one of them must fit
    std::vector<std::string> in;   ///< values as text; empty: any value that is not null
    std::vector<std::string> notIn;
    std::optional<bool> has; ///< true: something that is not empty; false: nothing of the kind
    bool isPresent = false;  ///< the key alone is enough, if with null
    std::string reason;      ///< why a row is passed over that does not fit

    [[nodiscard]] bool holds(const Scope& scope) const;
};

[[nodiscard]] bool allHold(const std::vector<Condition>& conditions, const Scope& scope);

} // namespace goldpan::profiles
