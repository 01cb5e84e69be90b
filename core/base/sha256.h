// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4) through OpenSSL, and the stable 64-bit hash made of it. One object, one thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace goldpan {

using Sha256Digest = std::array<std::uint8_t, 32>;

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::string_view bytes);
    /// Lower-case hex of everything fed so far; the object must not be fed again.
    [[nodiscard]] std::string finishHex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] Sha256Digest sha256(std::string_view bytes);
[[nodiscard]] std::string sha256Hex(std::string_view bytes);
/// HMAC-SHA-256 (RFC 2104), lower-case hex.
[[nodiscard]] std::string hmacSha256Hex(std::string_view key, std::string_view bytes);

/// The first 8 bytes of SHA-256, big-endian: the same on every machine and in every run. Keys the store's
/// request ids and decides sampling.
[[nodiscard]] std::uint64_t stableHash64(std::string_view bytes);

} // namespace goldpan
