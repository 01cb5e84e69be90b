// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a user id becomes a user_id_hash. Pure functions and a value; safe on any thread.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace goldpan::redact {

/// 16 to 64 hex digits, either case: a hash already. Anything else is a raw id.
[[nodiscard]] bool isUserIdHash(std::string_view value);

/// SHA-256, first 16 hex digits (the lesson's hash). A hash is returned as it is.
[[nodiscard]] std::string hashUserId(std::string_view value);

/// The secret that user ids are hashed with: without it nobody can try out all ids against a log. Holds the
/// key in memory only; it is in no message. A value.
class UserKey {
public:
    static constexpr std::size_t kLeastBytes = 16;
    static constexpr std::size_t kMostBytes = 4096;

    UserKey() = default; ///< no key: the lesson's bare hash
    /// `text` as a file holds it, one line break at its end left off; refused where it is shorter than 16
    /// bytes, which can be guessed.
    [[nodiscard]] static Result<UserKey> fromText(std::string_view text);

    /// Of what should be a hash already: as hashUserId(), but HMAC-SHA-256 where there is a key.
    [[nodiscard]] std::string hash(std::string_view value) const;
    /// Of a raw id. With a key also where it looks like a hash, as account numbers and UUIDs without dashes
    /// do; without one as hash().
    [[nodiscard]] std::string hashRaw(std::string_view id) const;
    /// Of an id that may have been hashed here before (it stays where it was found): with a key as hashRaw(),
    /// but what looks like its outcome, 16 lower-case hex digits, is returned as it is.
    [[nodiscard]] std::string hashOnce(std::string_view id) const;
    /// What tells this key from others and nothing more: 16 hex digits; "" without a key.
    [[nodiscard]] std::string mark() const;

private:
    std::string m_key;
};

/// What to do where user ids were hashed with another key so far.
enum class KeyChange {
    refused,
    meant, ///< the same user has two hashes from here on
};

/// Of `refused`; names what to do on the command line.
[[nodiscard]] std::string changedKeyMessage();

} // namespace goldpan::redact
