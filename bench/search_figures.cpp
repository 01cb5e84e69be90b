// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/search_figures.h"

#include "bench/selected_ids.h"
#include "core/queue/filter_parser.h"
#include "core/store/entry_reader.h"
#include "core/store/queue_reader.h"

#include <algorithm>
#include <chrono>
#include <sstream>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace goldpan::bench {
namespace {

constexpr int kStops = 9;
constexpr std::chrono::milliseconds kBeforeStop{15};

/// The longest word of a row in the middle of the log.
Result<std::string> wordOfARow(store::Store& store) {
    const auto newest = store.queue().newestRow();
    if (!newest) {
        return std::unexpected(newest.error());
    }
    const auto record = store.entries().read(RowId{newest->value / 2});
    if (!record) {
        return std::unexpected(record.error());
    }
    std::string longest;
    std::istringstream words(record->entry.response);
    for (std::string word; words >> word;) {
        longest = word.size() > longest.size() && word.find('"') == std::string::npos ? word : longest;
    }
    return longest;
}

} // namespace

Result<void> measureTextFilters(store::Store& store, const std::string& when, Figures& figures) {
    const auto word = wordOfARow(store);
    if (!word) {
        return std::unexpected(word.error());
    }
    for (const auto& [name, filter] : {std::pair("no such word", std::string("qzxqzx")),
                                       std::pair("Chinese, no such word", std::string("\"囧囧囧囧\"")),
                                       std::pair("regular expression", std::string("/qzx[0-9]+qzx/")),
                                       std::pair("a frequent word", std::string("a")),
                                       std::pair("a word of some rows", "\"" + *word + "\"")}) {
        double firstPage = 0;
        const Stopwatch watch;
        const auto ids = selectIds(store, filter, {}, &firstPage);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        const auto whole = std::string("text filter") + when + ", " + name;
        figures.add(whole, watch.seconds() * 1e3, "ms");
        if (!ids->empty()) {
            figures.add(whole + ", rows", static_cast<double>(ids->size()), "rows");
            figures.add(whole + ", first page", firstPage, "ms");
        }
    }
    return {};
}

Result<void> measureStop(store::Store& store, Figures& figures) {
    const auto filter = queue::filterFromText("qzxqzx");
    if (!filter) {
        return std::unexpected(filter.error());
    }
    std::vector<double> times;
    for (int turn = 0; turn < kStops; ++turn) {
        std::stop_source stop;
        Stopwatch sinceStop;
        std::jthread stopper([&] {
            std::this_thread::sleep_for(kBeforeStop);
            sinceStop = Stopwatch();
            stop.request_stop();
        });
        const auto done = store.queue().select(
            {.filter = *filter}, [](auto) { return true; }, stop.get_token());
        stopper.join();
        if (!done && done.error().code != ErrorCode::cancelled) {
            return std::unexpected(done.error());
        }
        times.push_back(done ? 0 : sinceStop.seconds() * 1e3); // a small store was read by then
    }
    figures.add("text filter, stopped", *std::ranges::max_element(times), "ms");
    return {};
}

} // namespace goldpan::bench
