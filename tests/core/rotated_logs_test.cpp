// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/rotated_logs.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace goldpan::ingest {
namespace {

using testing::ElementsAre;

TEST(RotatedNames, AreThoseOfTheWriterAndOfOtherProgramsThatRename) {
    for (const char* name :
         {"shop.jsonl.1", "shop.jsonl.12", "shop.jsonl-20250612", "shop.jsonl-20250612-1749697445",
          "shop.jsonl.2025-06-12_03", "shop.jsonl.2025-06-12T03:04:05+02:00", "shop.jsonl-1", "shop.1.jsonl",
          "shop-20250612T030405Z-001.jsonl"}) {
        EXPECT_TRUE(isRotatedName(name, "shop.jsonl")) << name;
    }
    for (const char* name :
         {"shop.jsonl", "shop-2.jsonl", "shop-20250612.jsonl", "shop-eval.jsonl", "shop.jsonl.1.gz",
          "shop.jsonl.tmp", "shop.jsonl.", "shop.jsonl1", "shop.jsonl-", "ashop.jsonl.1", "shop.json",
          "shop.1.json", "shop..jsonl", ".inference.lock", ""}) {
        EXPECT_FALSE(isRotatedName(name, "shop.jsonl")) << name;
    }
    EXPECT_TRUE(isRotatedName("shop.1", "shop"));
    EXPECT_FALSE(isRotatedName(".1.jsonl", ".jsonl")) << "a name that begins with a point has no extension";
}

class Rotated : public testing::Test {
protected:
    /// Files are told apart by the time of their last write, so each gets its own.
    void write(const std::string& name, std::string_view text, int second) const {
        const auto path = dir.write(name, text);
        std::filesystem::last_write_time(path, std::filesystem::file_time_type(std::chrono::seconds(second)));
    }
    std::vector<std::string> unknown() {
        found = logs.unknown();
        std::vector<std::string> names;
        for (const auto& log : found) {
            names.push_back(std::filesystem::path(log.path).filename());
        }
        return names;
    }

    test::TempDir dir;
    RotatedLogs logs{dir.file("a.jsonl")};
    std::vector<RotatedLog> found;
};

TEST_F(Rotated, ComeInTheOrderOfTheirLastWrite) {
    write("a.jsonl", "now", 9);
    write("a.jsonl.1", "x", 3);
    write("a.jsonl.2", "x", 2);
    write("a.jsonl.10", "x", 1);
    write("a-20250612T030405Z-002.jsonl", "x", 4);
    write("a-20250612T030405Z-001.jsonl", "x", 4);
    std::filesystem::create_directory(dir.file("a.jsonl.3"));
    std::filesystem::create_symlink(dir.file("a.jsonl"), dir.file("a.jsonl.4"));
    EXPECT_THAT(unknown(), ElementsAre("a.jsonl.10", "a.jsonl.2", "a.jsonl.1", "a-20250612T030405Z-001.jsonl",
                                       "a-20250612T030405Z-002.jsonl"));
}

TEST_F(Rotated, AKnownOneIsKnownUnderAnyNameUntilItIsWrittenTo) {
    write("a.jsonl.1", "x", 1);
    ASSERT_THAT(unknown(), ElementsAre("a.jsonl.1"));
    logs.know(found.front().state);
    EXPECT_THAT(unknown(), ElementsAre());
    std::filesystem::rename(dir.file("a.jsonl.1"), dir.file("a.jsonl.2"));
    EXPECT_THAT(unknown(), ElementsAre());
    write("a.jsonl.2", "xy", 2);
    EXPECT_THAT(unknown(), ElementsAre("a.jsonl.2"));
}

TEST_F(Rotated, TheLogItselfIsAmongAllOfThem) {
    write("a.jsonl.1", "x", 1);
    write("b.jsonl", "x", 1);
    const auto paths = [&] {
        std::vector<std::string> out;
        const auto all = logs.withTheLog().value_or(std::vector<RotatedLog>());
        for (const auto& log : all) {
            out.push_back(log.path);
        }
        return out;
    };
    EXPECT_THAT(paths(), ElementsAre(dir.file("a.jsonl.1")));
    write("a.jsonl", "x", 2);
    EXPECT_THAT(paths(), ElementsAre(dir.file("a.jsonl.1"), dir.file("a.jsonl")));
}

TEST_F(Rotated, AFolderThatIsNotThereHasNone) {
    EXPECT_TRUE(RotatedLogs(dir.file("none/a.jsonl")).unknown().empty());
    EXPECT_FALSE(RotatedLogs(dir.file("none/a.jsonl")).withTheLog()) << "nothing is known of them";
}

} // namespace
} // namespace goldpan::ingest
