// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DigestHash: where a SHA-256 digest stands in an unordered map. A value; safe on any thread.
#pragma once

#include "core/base/sha256.h"

#include <cstddef>
#include <cstring>

namespace goldpan {

/// Its first bytes: they are spread already.
struct DigestHash {
    [[nodiscard]] std::size_t operator()(const Sha256Digest& digest) const noexcept {
        std::size_t out = 0;
        std::memcpy(&out, digest.data(), sizeof out);
        return out;
    }
};

} // namespace goldpan
