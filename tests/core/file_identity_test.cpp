// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/file_identity.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace goldpan::ingest {
namespace {

RotatedLog logAt(const std::string& path) {
    struct stat info {};
    EXPECT_EQ(::stat(path.c_str(), &info), 0);
    return {path, FileState(info)};
}

/// As a program writes it that sorts its keys: what tells it from others comes after a long system prompt.
std::string sortedLine(const std::string& id) {
    return R"({"messages":[{"content":")" + std::string(8'000, 'x') + R"("}],"request_id":")" + id + "\"}\n";
}

TEST(FileIdentity, CopiesOfFilesThatBeginWithOneSystemPromptAreToldApart) {
    const test::TempDir dir;
    std::vector<store::FollowedFileRecord> records;
    for (const char* name : {"a", "b"}) {
        const auto file = logAt(dir.write(name, sortedLine(name)));
        records.push_back(recordOf(file.state, headOf(file), name, file.state.bytes));
    }
    const std::vector<RotatedLog> copies{logAt(dir.write("copy-b", sortedLine("b"))),
                                         logAt(dir.write("copy-a", sortedLine("a")))};
    const auto found = filesOf(records, copies);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0], &copies[1]);
    EXPECT_EQ(found[1], &copies[0]);
}

TEST(FileIdentity, ANumberThatWasGivenAgainIsNoMarkOfAFileWithThatSystemPrompt) {
    const test::TempDir dir;
    const auto path = dir.write("a", sortedLine("a"));
    const auto before = logAt(path);
    const auto record = recordOf(before.state, headOf(before), "a", before.state.bytes);
    EXPECT_TRUE(isFileOf(record, before));
    dir.write("a", sortedLine("b")); // written over: it has the number
    EXPECT_FALSE(isFileOf(record, logAt(path)));
}

} // namespace
} // namespace goldpan::ingest
