// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clock: where "now" comes from; injected, so that tests own the time. Implementations are thread-safe.
#pragma once

#include "core/base/timestamp.h"

namespace goldpan {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
};

} // namespace goldpan
