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

} // namespace goldpan::queue
