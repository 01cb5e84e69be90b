// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/json_text.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

TEST(Sha256, KnownAnswers) { // FIPS 180-4 examples
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(stableHash64("abc"), 0xba7816bf8f01cfeaULL);
    EXPECT_EQ(hmacSha256Hex("Jefe", "what do ya want for nothing?"), // RFC 4231, case 2
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    Sha256 stream;
    stream.update("a");
    stream.update("bc");
    EXPECT_EQ(stream.finishHex(), sha256Hex("abc"));
}

TEST(Utf8, ValidatesByRfc3629) {
    EXPECT_TRUE(isValidUtf8("na\xC3\xAFve \xF0\x9F\x99\x82"));
    EXPECT_FALSE(isValidUtf8("caf\xE9"));
    EXPECT_FALSE(isValidUtf8("\xED\xA0\xBD")) << "a surrogate";
    EXPECT_FALSE(isValidUtf8("\xC0\x80")) << "overlong";
    EXPECT_FALSE(isValidUtf8("\xF4\x90\x80\x80")) << "past U+10FFFF";
    EXPECT_FALSE(isValidUtf8("\xE2\x82"));
}

TEST(Utf8, CutsAtCodePoints) {
    EXPECT_EQ(utf8Prefix("a\xC3\xAF", 2), "a");
    EXPECT_EQ(utf8Prefix("a\xC3\xAF", 3), "a\xC3\xAF");
    EXPECT_EQ(oneLine("  two\n\n lines\tand \x01more", 100), "two lines and more");
    EXPECT_EQ(oneLine("\xE6\x97\xA5\xE6\x9C\xAC", 1), "\xE6\x97\xA5");
}

TEST(JsonText, EscapesLikePydantic) {
    std::string out;
    appendJsonString(out, std::string_view("a\"\\\n\x01\x7F\0\xC3\xAF", 9));
    EXPECT_EQ(out, "\"a\\\"\\\\\\n\\u0001\x7F\\u0000\xC3\xAF\"");
}

TEST(JsonText, WritesShortestDoubles) {
    const auto text = [](double value) {
        std::string out;
        appendJsonDouble(out, value);
        return out;
    };
    EXPECT_EQ(text(-3), "-3.0");
    EXPECT_EQ(text(-0.1), "-0.1");
    EXPECT_EQ(text(1e-7), "1e-07");
}

TEST(AtomicFile, ReplacesOnlyOnCommit) {
    const test::TempDir dir;
    const auto path = dir.write("out.txt", "old");
    {
        auto file = AtomicFile::create(path);
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write("new"));
    }
    EXPECT_EQ(dir.read("out.txt"), "old") << "an abandoned file leaves the old one";
    {
        auto file = AtomicFile::create(path);
        ASSERT_TRUE(file->write("new"));
        ASSERT_TRUE(file->commit());
    }
    EXPECT_EQ(dir.read("out.txt"), "new");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 1) << "no temp file stays";
}

TEST(AtomicFile, WhatAKillLeftGoesAndWhatIsWrittenStays) {
    const test::TempDir dir;
    const auto path = dir.file("out.txt");
    const auto dead = dir.write(".out.txt.tmp-1-0", "of a program that is no more");
    dir.write(".other.txt.tmp-1-0", "of another file");
    auto file = AtomicFile::create(path);
    ASSERT_TRUE(file);
    EXPECT_FALSE(std::filesystem::exists(dead));
    EXPECT_TRUE(AtomicFile::isTempOf(file->tempPath(), path));
    EXPECT_FALSE(AtomicFile::isTempOf(dir.file("x/.out.txt.tmp-1-0"), path));
    auto other = AtomicFile::create(path);
    ASSERT_TRUE(other);
    EXPECT_TRUE(std::filesystem::exists(file->tempPath())) << "its owner lives";
    ASSERT_TRUE(file->write("first") && other->write("second"));
    ASSERT_TRUE(file->commit() && other->commit());
    EXPECT_EQ(dir.read("out.txt"), "second");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(dir.path()), {}), 2);
}

TEST(Files, NameWhatIsWrong) {
    const test::TempDir dir;
    EXPECT_EQ(readFile(dir.file("none")).error().code, ErrorCode::notFound);
    EXPECT_EQ(readFile(dir.path()).error().code, ErrorCode::unreadable);
    EXPECT_EQ(AtomicFile::create(dir.file("no/such/folder")).error().code, ErrorCode::notFound);
    EXPECT_EQ(AtomicFile::create(dir.path()).error().code, ErrorCode::unwritable);
}

} // namespace
} // namespace goldpan
