// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::bench {
namespace {

TEST(Figures, TableShowsWhatWasMeasured) {
    Figures figures;
    figures.add("import", 70163.4, "rows/s");
    figures.add("page", 0.63812, "ms");
    figures.add("queue", 509, "rows");
    EXPECT_EQ(figures.table(), "import" + std::string(53, ' ') + "70163 rows/s\n" + "page" +
                                   std::string(55, ' ') + "0.638 ms\n" + "queue" + std::string(56, ' ') +
                                   "509 rows\n");
    const auto json = nlohmann::json::parse(figures.json());
    EXPECT_EQ(json.at(1).at("name"), "page");
    EXPECT_EQ(json.at(1).at("value"), 0.63812);
}

TEST(Figures, MedianIsTheMiddle) {
    EXPECT_EQ(median({9, 1, 5}), 5);
    EXPECT_EQ(median({}), 0);
}

TEST(Figures, PeakMemorySeesWhatIsGone) {
    static_cast<void>(takePeakMegabytes());
    {
        std::string big(std::size_t{200} << 20U, 'x');
        EXPECT_EQ(big.back(), 'x');
    }
    EXPECT_GT(takePeakMegabytes(), 200);
}

} // namespace
} // namespace goldpan::bench
