// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ListIndex: where in a list that only grows the element with each `index` stands, so that no piece of a
// stream looks the list through. A value; one list, one thread.
#pragma once

#include "core/base/json_tree.h"

#include <cstddef>
#include <string>
#include <unordered_map>

namespace goldpan::profiles {

class ListIndex {
public:
    /// The element whose `index` is that of `delta`; a new one at the end where there is none. Without an
    /// index, the last.
    JsonTree& elementFor(JsonTree& list, const JsonTree& delta);

private:
    std::unordered_map<std::string, std::size_t> m_places;
    std::size_t m_seen = 0; ///< elements that are known
};

} // namespace goldpan::profiles
