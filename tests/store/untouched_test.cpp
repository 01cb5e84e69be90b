// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A store that was only made may go again; one that anybody brought anything into may not.
#include "core/store/saved_queues.h"
#include "core/store/upkeep.h"
#include "tests/store/support/store_builder.h"

#include <functional>
#include <gtest/gtest.h>

namespace goldpan {
namespace {

bool isUntouched(test::StoreBuilder& store) {
    const auto answer = store.store().upkeep().isUntouched();
    EXPECT_TRUE(answer);
    return answer.value_or(false);
}

TEST(Untouched, OnlyAStoreThatNobodyBroughtAnythingInto) {
    using Touch = std::function<Result<void>(store::Store&)>;
    const auto write = [](const std::function<Result<void>(store::WriteTransaction&)>& work) -> Touch {
        return [work](store::Store& store) { return store.writes().transact(work); };
    };
    const auto forget = [](const auto& result) {
        return result ? Result<void>{} : std::unexpected(result.error());
    };
    const Timestamp noon = *parseTimestamp("2025-06-12T12:00:00");
    const std::pair<const char*, Touch> touches[] = {
        {"a threshold",
         [&](store::Store& store) {
             return forget(store.upkeep().setPolicy({.driftWindowHours = 6}, {}, {}));
         }},
        {"a saved queue",
         [](store::Store& store) {
             return store.savedQueues().put({"Mine", "is:flagged", {}});
         }},
        {"a drift event", write([&](store::WriteTransaction& tx) {
             return forget(tx.recordDrift({noon, kMicrosPerHour, "v6", false}));
         })},
        {"feedback that waits for its row", write([&](store::WriteTransaction& tx) {
             RowId row;
             return forget(tx.recordFeedback({.requestId = "later", .ts = noon}, row));
         })},
        {"a bad line",
         write([](store::WriteTransaction& tx) { return tx.quarantine("/feedback.jsonl", 1, "bad_json"); })},
        {"an act", write([&](store::WriteTransaction& tx) {
             return forget(tx.beginAct({.at = noon, .operatorName = "ana"}));
         })},
    };
    for (const auto& [name, touch] : touches) {
        test::StoreBuilder store;
        EXPECT_TRUE(isUntouched(store)) << name;
        const auto done = touch(store.store());
        ASSERT_TRUE(done) << name << ": " << done.error().message;
        EXPECT_FALSE(isUntouched(store)) << name;
    }
    test::StoreBuilder store;
    store.add({test::entry("r1")});
    EXPECT_FALSE(isUntouched(store));
}

} // namespace
} // namespace goldpan
