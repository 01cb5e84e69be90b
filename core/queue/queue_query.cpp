// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/queue_query.h"

namespace goldpan::queue {

std::optional<Order> orderFromText(std::string_view text) {
    Order order;
    if (text.starts_with('-')) {
        order.descending = true;
        text.remove_prefix(1);
    }
    if (text == "log") {
        order.key = OrderKey::log;
    } else if (text == "ts") {
        order.key = OrderKey::ts;
    } else if (text == "logprob") {
        order.key = OrderKey::logprob;
    } else if (text == "latency") {
        order.key = OrderKey::latency;
    } else {
        return std::nullopt;
    }
    return order;
}

std::string orderToText(Order order) {
    const std::string sign = order.descending ? "-" : "";
    switch (order.key) {
    case OrderKey::log:
        return sign + "log";
    case OrderKey::ts:
        return sign + "ts";
    case OrderKey::logprob:
        return sign + "logprob";
    case OrderKey::latency:
        return sign + "latency";
    }
    return "ts";
}

} // namespace goldpan::queue
