// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_member.h"

#include <algorithm>

namespace goldpan {

JsonValue valueOf(const JsonScanner& object, std::string_view key) {
    const auto& members = object.members();
    const auto found = std::find_if(members.rbegin(), members.rend(),
                                    [key](const JsonMember& member) { return member.key == key; });
    return found == members.rend() ? JsonValue{} : found->value;
}

} // namespace goldpan
