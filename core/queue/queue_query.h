// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueQuery: one ordered view of the rows. A value.
#pragma once

#include "core/queue/filter.h"

#include <optional>
#include <string>
#include <string_view>

namespace goldpan::queue {

enum class OrderKey : std::uint8_t {
    log,
    ts,
    logprob,
    latency,
};

/// Ties fall back to log order; missing values come last, whichever the direction.
struct Order {
    OrderKey key = OrderKey::ts;
    bool descending = false;

    bool operator==(const Order&) const = default;
};

/// `[-]log|ts|logprob|latency`
[[nodiscard]] std::optional<Order> orderFromText(std::string_view text);
[[nodiscard]] std::string orderToText(Order order);

struct QueueQuery {
    Filter filter;
    Order order;
    std::int64_t limit = 0; ///< 0: no limit

    bool operator==(const QueueQuery&) const = default;
};

} // namespace goldpan::queue
