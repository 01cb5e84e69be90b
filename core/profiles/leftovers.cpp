// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/leftovers.h"

#include "core/profiles/pointer.h"

namespace goldpan::profiles {
namespace {

/// Whether anything at or below `value` was taken.
bool collect(const JsonTree& value, const Taken& taken, const std::string& pointer, bool isRoot,
             JsonTree& out) {
    if (taken.has(value)) {
        return true;
    }
    if (value.isEmpty()) {
        return false;
    }
    const auto mark = out.items.size();
    bool any = isRoot;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        std::string inner = pointer;
        appendToken(inner, value.isObject() ? value.keys[i] : std::to_string(i));
        any = collect(value.items[i], taken, inner, false, out) || any;
    }
    if (!any) {
        out.keys.resize(mark);
        out.items.resize(mark);
        out.keys.push_back(pointer); // pointers differ: no need to look for a double
        out.items.push_back(value);
    }
    return any;
}

} // namespace

void addLeftovers(const JsonTree& record, const Taken& taken, const std::string& prefix, JsonTree& out) {
    if (!record.isScalar()) {
        collect(record, taken, prefix, true, out);
    }
}

} // namespace goldpan::profiles
