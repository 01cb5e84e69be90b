// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/user_hash.h"

#include "core/base/sha256.h"

#include <algorithm>

namespace goldpan::redact {

bool isUserIdHash(std::string_view value) {
    const auto hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return value.size() >= 16 && value.size() <= 64 && std::ranges::all_of(value, hex);
}

std::string hashUserId(std::string_view value) {
    return isUserIdHash(value) ? std::string(value) : sha256Hex(value).substr(0, 16);
}

} // namespace goldpan::redact
