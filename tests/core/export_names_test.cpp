// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_layout.h"
#include "core/exporting/export_service.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace goldpan::exporting {
namespace {

TEST(BatchLayout, PutsTheManifestBesideTheFile) {
    EXPECT_EQ(BatchLayout::fromName("a/x.jsonl").manifestPath(), "a/x.jsonl.manifest.json");
    EXPECT_EQ(BatchLayout::fromName("x.jsonl.gz").manifestPath(), "x.jsonl.manifest.json");
    EXPECT_TRUE(BatchLayout::fromName("x.jsonl.gz").gzip);
    EXPECT_EQ(BatchLayout::fromName("x.txt").manifestPath(), "x.txt.manifest.json");
    const auto folder = BatchLayout::fromName("out/");
    EXPECT_EQ(folder.dataPath(), "out/data/train.jsonl");
    EXPECT_EQ(folder.manifestPath(), "out/manifest.json");
    EXPECT_EQ(folder.cardPath(), "out/README.md");
}

TEST(BatchLayout, RefusesWhatCannotBeWritten) {
    const test::TempDir dir;
    EXPECT_EQ(BatchLayout::forWriting("").error().code, ErrorCode::usage);
    EXPECT_EQ(BatchLayout::forWriting(dir.file("no/x.jsonl")).error().code, ErrorCode::notFound);
    EXPECT_EQ(BatchLayout::forWriting(dir.file("no/out/")).error().code, ErrorCode::notFound);
    EXPECT_EQ(BatchLayout::forWriting(dir.path()).error().code, ErrorCode::unwritable);
    EXPECT_TRUE(BatchLayout::forWriting(dir.file("out/")));
    EXPECT_TRUE(BatchLayout::forWriting(dir.path() + "/"));
    EXPECT_TRUE(BatchLayout::forWriting("x.jsonl"));
}

TEST(NextFreeName, CountsOnAndPassesWhatIsThere) {
    const test::TempDir dir;
    EXPECT_EQ(nextFreeName(dir.file("batch.jsonl")), dir.file("batch-2.jsonl"));
    EXPECT_EQ(nextFreeName(dir.file("batch-2.jsonl.gz")), dir.file("batch-3.jsonl.gz"));
    EXPECT_EQ(nextFreeName(dir.file("june-2025-06-12.jsonl")), dir.file("june-2025-06-12-2.jsonl"));
    EXPECT_EQ(nextFreeName(dir.file("out/")), dir.file("out-2/"));
    EXPECT_EQ(nextFreeName(dir.file("notes.v1")), dir.file("notes.v1-2"));
    dir.write("batch-2.jsonl", "");
    dir.write("batch-3.jsonl.manifest.json", "");
    EXPECT_EQ(nextFreeName(dir.file("batch.jsonl")), dir.file("batch-4.jsonl"));
    std::filesystem::create_directory(dir.file("out-2"));
    EXPECT_EQ(nextFreeName(dir.file("out/")), dir.file("out-3/"));
}

TEST(ExportSpec, ReadsBackWhatItWrites) {
    const ExportSpec spec{.format = Format::log,
                          .tags = {"a,b", "c"},
                          .filterText = "\"x y\" OR z",
                          .exclude = {"identical"},
                          .redactCorrections = true,
                          .toolRows = true,
                          .goldFile = "/sets/gold.jsonl",
                          .maxTokens = 4096,
                          .splitShare = 0.1,
                          .seed = 18446744073709551615U,
                          .keep = {{"a", "why"}}};
    EXPECT_EQ(specFromText(specToText(spec)), spec);
    EXPECT_EQ(specFromText(R"({"seed":-1})").error().where, "seed");
    EXPECT_EQ(specFromText(R"({"max_tokens":"9"})").error().where, "max_tokens");
    EXPECT_EQ(specFromText(R"({"keep":["a"]})").error().where, "keep");
    EXPECT_EQ(specFromText("{}"), ExportSpec{});
    EXPECT_EQ(
        specToText(ExportSpec{}),
        R"({"format":"sft","tags":[],"filter":"","exclude":[],"redact_corrections":false,"tool_rows":false})");
}

TEST(ExportSpec, NamesTheKeyThatIsOff) {
    EXPECT_EQ(specFromText("[]").error().code, ErrorCode::badValue);
    EXPECT_EQ(specFromText(R"({"format":"csv"})").error().where, "format");
    EXPECT_EQ(specFromText(R"({"tags":"a"})").error().where, "tags");
    EXPECT_EQ(specFromText(R"({"exclude":[1]})").error().where, "exclude");
    EXPECT_EQ(specFromText(R"({"tool_rows":1})").error().where, "tool_rows");
    EXPECT_EQ(specFromText(R"({"filter":1})").error().where, "filter");
    EXPECT_EQ(specFromText(R"({"later":1})").error().where, "later");
}

} // namespace
} // namespace goldpan::exporting
