// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/support/index_steps.h"

#include <stop_token>

namespace goldpan::test {

std::string indexStateOf(StoreBuilder& store) {
    const auto status = store.store().searchIndex().status().value();
    return std::string(indexStateName(status.state)) + " " + std::to_string(status.covered) + " of " +
           std::to_string(status.rows);
}

Result<store::IndexReport> buildIndex(store::Store& store, std::int64_t stretch, int stretches) {
    std::stop_source stop;
    return store.searchIndex().build(
        {.stretch = stretch, .rest = {}},
        [&](const Progress&) {
            if (--stretches == 0) {
                stop.request_stop();
            }
        },
        stop.get_token());
}

} // namespace goldpan::test
