// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SavedQueues: filters that people named, in the order they keep them in; everybody who works on the store
// has the same. Owned by its Store; same thread.
#pragma once

#include "core/base/result.h"
#include "core/queue/queue_query.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {

struct SavedQueue {
    std::string name;   ///< one of its kind
    std::string filter; ///< in the filter language, redacted
    queue::Order order;

    bool operator==(const SavedQueue&) const = default;
};

class SavedQueues {
public:
    virtual ~SavedQueues() = default;

    [[nodiscard]] virtual Result<std::vector<SavedQueue>> list() = 0;

    // Each of these is one transaction; notFound where there is no queue of the name.
    /// At the end; a queue of that name keeps its place and gets the new filter and order.
    [[nodiscard]] virtual Result<void> put(const SavedQueue& queue) = 0;
    /// refused where another queue has the name `to`.
    [[nodiscard]] virtual Result<void> rename(std::string_view from, std::string_view to) = 0;
    /// To the place `place`, counted from 0; past the end means the end.
    [[nodiscard]] virtual Result<void> move(std::string_view name, std::size_t place) = 0;
    [[nodiscard]] virtual Result<void> remove(std::string_view name) = 0;

    /// What `work` reads and writes here is one transaction, and nothing of it where it fails: nobody else
    /// writes between its look and its change.
    [[nodiscard]] virtual Result<void> inOne(const std::function<Result<void>()>& work) = 0;
};

} // namespace goldpan::store
