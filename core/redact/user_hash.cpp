// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/user_hash.h"

#include "core/base/sha256.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kHashDigits = 16;

/// Begins with a byte that no id has, so that the mark is no user's hash.
constexpr std::string_view kMarkText("\0goldpan user key", 17);

} // namespace

bool isUserIdHash(std::string_view value) {
    const auto hex = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return value.size() >= 16 && value.size() <= 64 && std::ranges::all_of(value, hex);
}

std::string hashUserId(std::string_view value) {
    return isUserIdHash(value) ? std::string(value) : sha256Hex(value).substr(0, kHashDigits);
}

Result<UserKey> UserKey::fromText(std::string_view text) {
    if (text.ends_with('\n')) {
        text.remove_suffix(text.ends_with("\r\n") ? 2 : 1);
    }
    if (text.size() < kLeastBytes) {
        return fail(ErrorCode::badValue,
                    "the user key is shorter than 16 bytes, so that it could be guessed");
    }
    if (text.size() > kMostBytes) {
        return fail(ErrorCode::badValue, "the user key is longer than 4096 bytes; is this the right file?");
    }
    UserKey key;
    key.m_key = text;
    return key;
}

std::string UserKey::hash(std::string_view value) const {
    return isUserIdHash(value) ? std::string(value) : hashRaw(value);
}

std::string UserKey::hashRaw(std::string_view id) const {
    return m_key.empty() ? hashUserId(id) : hmacSha256Hex(m_key, id).substr(0, kHashDigits);
}

std::string UserKey::hashOnce(std::string_view id) const {
    const bool mayBeOurs = id.size() == kHashDigits && isUserIdHash(id) &&
                           std::ranges::none_of(id, [](char c) { return c >= 'A' && c <= 'F'; });
    return mayBeOurs ? std::string(id) : hashRaw(id);
}

std::string UserKey::mark() const {
    return m_key.empty() ? std::string() : hmacSha256Hex(m_key, kMarkText).substr(0, kHashDigits);
}

std::string changedKeyMessage() {
    return "user ids were hashed with another key so far, or without one, and the same user would have two "
           "hashes; give that key (--user-key or GOLDPAN_USER_KEY), or --new-user-key to go on with this one";
}

} // namespace goldpan::redact
