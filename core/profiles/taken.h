// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Taken: which values of a record have become something, so that the rest is known. Holds addresses: the
// record must not change while it is asked. One object, one thread.
#pragma once

#include "core/base/json_tree.h"

#include <unordered_set>

namespace goldpan::profiles {

class Taken {
public:
    /// The value with all that is in it.
    void take(const JsonTree& value) { m_values.insert(&value); }
    void take(const JsonTree* value) {
        if (value != nullptr) {
            take(*value);
        }
    }
    [[nodiscard]] bool has(const JsonTree& value) const { return m_values.contains(&value); }

private:
    std::unordered_set<const JsonTree*> m_values;
};

} // namespace goldpan::profiles
