// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/selected_ids.h"

#include "bench/figures.h"
#include "core/queue/filter_parser.h"
#include "core/store/queue_reader.h"

#include <algorithm>
#include <span>

namespace goldpan::bench {

Result<std::vector<RowId>> selectIds(store::Store& store, const std::string& filterText, queue::Order order,
                                     double* firstPage) {
    auto filter = queue::filterFromText(filterText);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    const Stopwatch watch;
    std::vector<RowId> ids;
    double firstIds = 0;
    const auto sink = [&](std::span<const RowId> some) {
        firstIds = ids.empty() ? watch.seconds() : firstIds;
        ids.insert(ids.end(), some.begin(), some.end());
        return true;
    };
    if (auto done = store.queue().select({.filter = *filter, .order = order}, sink, {}); !done) {
        return std::unexpected(done.error());
    }
    if (firstPage != nullptr) {
        const Stopwatch paging;
        if (auto page = store.queue().rows(std::span(ids).first(std::min(kPage, ids.size()))); !page) {
            return std::unexpected(page.error());
        }
        *firstPage = (firstIds + paging.seconds()) * 1e3;
    }
    return ids;
}

} // namespace goldpan::bench
