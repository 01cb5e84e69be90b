// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The include wall: each room includes only rooms that stand left of it, and no two files include each other
// round a circle.
#include "tests/arch/include_graph.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>

namespace goldpan::arch {
namespace {

std::string lines(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items) {
        out += item + "\n";
    }
    return out;
}

TEST(IncludeWall, NoRoomLooksRight) {
    const auto graph = IncludeGraph::read(test::sourceFile());
    ASSERT_GT(graph.fileCount(), 20U) << "the sources were not found";
    EXPECT_EQ(lines(graph.wallBreaks()), "");
}

TEST(IncludeWall, NoCircles) {
    EXPECT_EQ(lines(IncludeGraph::read(test::sourceFile()).circles()), "");
}

TEST(IncludeWall, NoQtInTheCoreOutsideTheSqlRoom) {
    EXPECT_EQ(lines(IncludeGraph::read(test::sourceFile()).qtInCore()), "");
}

// The rules themselves, so that a wall that lets everything through fails here.
TEST(IncludeWall, RulesRefuseWhatThePlanRefuses) {
    EXPECT_TRUE(mayInclude("core/domain/a.h", "core/base/b.h"));
    EXPECT_FALSE(mayInclude("core/base/a.h", "core/domain/b.h"));
    EXPECT_FALSE(mayInclude("core/redact/a.h", "core/queue/b.h")) << "pure modules never include each other";
    EXPECT_TRUE(mayInclude("core/store/a.h", "core/queue/b.h"));
    EXPECT_FALSE(mayInclude("core/queue/a.h", "core/store/b.h"));
    EXPECT_TRUE(mayInclude("core/review/a.h", "core/store/b.h"));
    EXPECT_FALSE(mayInclude("core/review/a.h", "core/exporting/b.h")) << "services never include each other";
    EXPECT_FALSE(mayInclude("core/review/a.h", "core/store/sql/b.h"));
    EXPECT_TRUE(mayInclude("core/store/sql/a.h", "core/store/b.h"));
    EXPECT_FALSE(mayInclude("core/store/a.h", "core/store/sql/b.h"));
    EXPECT_TRUE(mayInclude("ui/a.h", "core/review/b.h"));
    EXPECT_FALSE(mayInclude("ui/a.h", "core/store/sql/b.h"));
    EXPECT_FALSE(mayInclude("ui/a.h", "app/b.h"));
    EXPECT_TRUE(mayInclude("app/composition/a.cpp", "core/store/sql/b.h"));
    EXPECT_FALSE(mayInclude("app/cli/a.cpp", "core/store/sql/b.h"));
    EXPECT_FALSE(mayInclude("app/cli/a.cpp", "ui/b.h")) << "the command line has no screen";
    EXPECT_TRUE(mayInclude("core/redact/a.h", "core/redact/own/b.h"));
    EXPECT_TRUE(mayInclude("core/redact/rules/papers/a.h", "core/redact/rules/b.h"));
    EXPECT_FALSE(mayInclude("core/redact/scan/a.h", "core/redact/rules/b.h"))
        << "the rooms of redaction have floors";
    EXPECT_FALSE(mayInclude("core/redact/own/a.h", "core/redact/b.h"));
    EXPECT_FALSE(mayInclude("core/base/a.h", "core/nosuchroom/b.h")) << "a room the plan does not know";
}

TEST(IncludeWall, FindsACircle) {
    IncludeGraph graph;
    graph.add("core/base/a.h", "core/base/b.h");
    graph.add("core/base/b.h", "core/base/c.h");
    graph.add("core/base/c.h", "core/base/a.h");
    ASSERT_EQ(graph.circles().size(), 1U);
    EXPECT_EQ(graph.circles()[0], "core/base/a.h -> core/base/b.h -> core/base/c.h -> core/base/a.h");
}

} // namespace
} // namespace goldpan::arch
