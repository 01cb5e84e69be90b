// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ordered_workers.h"

#include <atomic>
#include <gtest/gtest.h>
#include <latch>
#include <memory>
#include <stdexcept>
#include <string>

namespace goldpan {
namespace {

using Workers = OrderedWorkers<int, std::string>;

TEST(OrderedWorkers, WhatIsLateComesInItsTurn) {
    std::latch others{20};
    Workers workers(3, [&]() -> Workers::Work {
        return [&others](int number) {
            if (number == 0) {
                others.wait(); // all behind it are made before it
            } else {
                others.count_down();
            }
            return std::to_string(number);
        };
    });
    for (int number = 0; number <= 20; ++number) {
        workers.put(number);
    }
    EXPECT_EQ(workers.outstanding(), 21U);
    for (int number = 0; number <= 20; ++number) {
        EXPECT_EQ(workers.take(), std::to_string(number));
    }
    EXPECT_EQ(workers.outstanding(), 0U);
    EXPECT_FALSE(workers.takeIfMade());
}

TEST(OrderedWorkers, EachThreadHasItsOwn) {
    std::latch both{2};
    std::atomic<int> made = 0;
    Workers workers(2, [&]() -> Workers::Work {
        return [&both, own = std::to_string(++made)](int) {
            both.arrive_and_wait();
            return own;
        };
    });
    workers.put(0);
    workers.put(1);
    const std::string first = workers.take();
    EXPECT_NE(first, workers.take());
}

TEST(OrderedWorkers, WhatTheWorkThrowsIsThrownInItsTurn) {
    Workers workers(2, []() -> Workers::Work {
        return [](int number) {
            if (number == 1) {
                throw std::runtime_error("one");
            }
            return std::to_string(number);
        };
    });
    for (int number = 0; number < 3; ++number) {
        workers.put(number);
    }
    EXPECT_EQ(workers.take(), "0");
    EXPECT_THROW((void)workers.take(), std::runtime_error);
    EXPECT_EQ(workers.take(), "2");
}

TEST(OrderedWorkers, EndWithWorkLeft) {
    const auto held = std::make_shared<int>(0);
    {
        Workers workers(2, [held]() -> Workers::Work {
            return [held](int number) { return std::to_string(number + *held); };
        });
        for (int number = 0; number < 1000; ++number) {
            workers.put(number);
        }
    }
    EXPECT_EQ(held.use_count(), 1);
}

} // namespace
} // namespace goldpan
