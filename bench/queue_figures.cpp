// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/queue_figures.h"

#include "bench/random.h"
#include "bench/selected_ids.h"
#include "core/queue/filter_parser.h"
#include "core/store/entry_reader.h"
#include "core/store/queue_reader.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

Result<void> measureQueue(store::Store& store, const std::string& name, const std::string& filterText,
                          queue::Order order, Figures& figures) {
    double firstPage = 0;
    const Stopwatch selecting;
    const auto ids = selectIds(store, filterText, order, &firstPage);
    if (!ids) {
        return std::unexpected(ids.error());
    }
    const double all = selecting.seconds() * 1e3;
    const Stopwatch counting;
    const auto count = store.queue().count(*queue::filterFromText(filterText), {});
    if (!count) {
        return std::unexpected(count.error());
    }
    figures.add(name + ", rows", static_cast<double>(ids->size()), "rows");
    figures.add(name + ", first page", firstPage, "ms");
    figures.add(name + ", all ids", all, "ms");
    figures.add(name + ", count", counting.seconds() * 1e3, "ms");
    return {};
}

} // namespace

Result<void> measureQueues(store::Store& store, Figures& figures) {
    const std::pair<const char*, const char*> queues[] = {
        {"flagged", "is:flagged state:unreviewed"},
        {"low confidence", "is:low-confidence state:unreviewed"},
        {"user negative", "tag:user_negative state:unreviewed"},
        {"marked", "tag:operator_review state:unreviewed"},
        {"all", ""}};
    for (const auto& [name, filter] : queues) {
        if (auto done = measureQueue(store, std::string("queue ") + name, filter, {}, figures); !done) {
            return done;
        }
    }
    return measureQueue(store, "queue all by logprob", "", {.key = queue::OrderKey::logprob}, figures);
}

Result<void> measurePages(store::Store& store, Figures& figures) {
    auto ids = selectIds(store, "", {}, nullptr);
    if (!ids) {
        return std::unexpected(ids.error());
    }
    Random random(1);
    std::vector<double> page;
    std::vector<double> detail;
    for (int i = 0; i < 200 && ids->size() > kPage; ++i) {
        const auto from = random.below(ids->size() - kPage);
        const Stopwatch paging;
        if (auto rows = store.queue().rows(std::span(*ids).subspan(from, kPage)); !rows) {
            return std::unexpected(rows.error());
        }
        page.push_back(paging.seconds() * 1e3);
        const Stopwatch reading;
        if (auto record = store.entries().read((*ids)[from]); !record) {
            return std::unexpected(record.error());
        }
        detail.push_back(reading.seconds() * 1e3);
    }
    figures.add("page of 200 rows anywhere, median", median(std::move(page)), "ms");
    figures.add("one whole row, median", median(std::move(detail)), "ms");
    return {};
}

} // namespace goldpan::bench
