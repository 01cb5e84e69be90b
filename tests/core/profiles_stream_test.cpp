// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that hold objects in five ways.
#include "core/base/json_tree.h"
#include "core/profiles/object_splitter.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace goldpan::profiles {
namespace {

/// `line:text` of each object, fed in pieces of `size`.
std::string split(std::string_view text, std::size_t size, FileKind* kind = nullptr,
                  std::size_t limit = 1000) {
    ObjectSplitter splitter(limit);
    std::string out;
    const auto take = [&](const SplitObject& object) {
        out += std::to_string(object.line) + ":" + (object.isTooLong ? "long" : std::string(object.text)) +
               (object.isOpen ? "~" : "") + " ";
    };
    while (!text.empty()) {
        splitter.add(text.substr(0, size), take);
        text.remove_prefix(std::min(size, text.size()));
    }
    splitter.finish(take);
    if (kind != nullptr) {
        *kind = splitter.kind();
    }
    return out;
}

struct Case {
    std::string text;
    FileKind kind;
    std::string objects;
};

TEST(ObjectSplitter, KnowsHowAFileHoldsItsObjects) {
    const std::vector<Case> cases{
        {"{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}", FileKind::lines, "1:{\"a\":1} 3:{\"a\":2}\r 4:{\"a\":3}~ "},
        {"{\"a\":1}\nbroken {\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":1} 2:broken { 3:{\"a\":2} "},
        {"{\n \"a\": \"}\\\"\"\n}\n{\n}\n", FileKind::stream, "1:{\n \"a\": \"}\\\"\"\n} 4:{\n} "},
        {" [\n {\"a\":1},\n {\"a\":[2]}\n]\n", FileKind::array, "2:{\"a\":1} 3:{\"a\":[2]} "},
        {"[{\"a\":1},{\"a\":2}]", FileKind::array, "1:{\"a\":1} 1:{\"a\":2} "},
        {"[{\"a\":1},\n{\"a\":", FileKind::array, "1:{\"a\":1} 2:{\"a\":~ "},
        {"[]", FileKind::array, ""},
        {": still there\n\n", FileKind::events,
         "1:{\"stream\":true,\"response\":{},\"finished\":false,\"damaged\":false,\"failed\":false} "},
        {"\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":1} 2:{\"a\":2} "},
        {"\xEF\xBB\xBF[{\"a\":1}]", FileKind::array, "1:{\"a\":1} "},
        // one behind the other on a line that ends
        {"{\"a\":1}{\"a\":2} {\"a\":3}\n", FileKind::stream, "1:{\"a\":1} 1:{\"a\":2} 1:{\"a\":3} "},
        {"{\"a\":1}{\"a\":2}\n{\"a\":3}\n", FileKind::stream, "1:{\"a\":1} 1:{\"a\":2} 2:{\"a\":3} "},
        // a first line with a whole value in it that goes on in the next
        {"{\"a\":{\"b\":1},\n\"c\":2}\n{\"a\":3}\n", FileKind::stream,
         "1:{\"a\":{\"b\":1},\n\"c\":2} 3:{\"a\":3} "},
        {"{\"a\":[{\"b\":1},\n{\"b\":2}\n]}", FileKind::stream, "1:{\"a\":[{\"b\":1},\n{\"b\":2}\n]} "},
        {"{\"a\":{\"b\":\"}\"}\n,\"c\":[{}]\n}\n", FileKind::stream,
         "1:{\"a\":{\"b\":\"}\"}\n,\"c\":[{}]\n} "},
        // a first line that is broken, and the next are not
        {"{\"a\":{\"b\":1}\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":{\"b\":1} 2:{\"a\":2} "},
        {"{\"a\":{\"b\":1},\n{\"a\":2}\n{\"a\":3}\n", FileKind::lines,
         "1:{\"a\":{\"b\":1}, 2:{\"a\":2} 3:{\"a\":3} "},
        {"{\"a\":1}}\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":1}} 2:{\"a\":2} "},
        {"{\"a\":{},\"b\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":{},\"b 2:{\"a\":2} "},
        {" \n ", FileKind::unknown, ""},
        {"", FileKind::unknown, ""},
    };
    for (const auto& one : cases) {
        for (const std::size_t size : {1UL, 3UL, 1000UL}) {
            FileKind kind{};
            EXPECT_EQ(split(one.text, size, &kind), one.objects) << one.text << " in pieces of " << size;
            EXPECT_EQ(kind, one.kind) << one.text;
        }
    }
}

TEST(ObjectSplitter, WhiteSpaceIsNotKeptHoweverMuchThereIs) {
    const auto none = [](const SplitObject&) {};
    for (const std::string_view blanks : {"\n", " ", " \r\n"}) {
        for (const std::string_view before : {"", "{\n\"a\":1}\n"}) {
            ObjectSplitter splitter(std::size_t{1} << 20);
            splitter.add(before, none);
            std::size_t most = 0;
            for (int i = 0; i < 20'000; ++i) {
                splitter.add(blanks, none);
                most = std::max(most, splitter.heldBytes());
            }
            EXPECT_LE(most, kSiblingTail) << "else it is read again with every piece";
            std::string found;
            splitter.add("\n{\n\"b\":2}\n", [&](const SplitObject& object) {
                found = std::to_string(object.line) + ":" + std::string(object.text);
            });
            const auto lines = (before.empty() ? 0 : 2) + (blanks.ends_with('\n') ? 20'000 : 0);
            EXPECT_EQ(found, std::to_string(lines + 2) + ":{\n\"b\":2}");
        }
    }
}

TEST(ObjectSplitter, GivesALongLineOutWithoutItsText) {
    const std::string text = "{\"a\":1}\n{\"b\":\"" + std::string(50, 'x') + "\"}\n{\"c\":1}\n";
    for (const std::size_t size : {1UL, 7UL, 1000UL}) {
        EXPECT_EQ(split(text, size, nullptr, 20), "1:{\"a\":1} 2:long 3:{\"c\":1} ") << size;
    }
}

TEST(ObjectSplitter, ALongElementOfAnArrayIsNotHeld) {
    const std::string text = "[\n{\"a\":1},\n{\"b\":[\"" + std::string(50, ']') + "\"]},\n{\"c\":1}]";
    for (const std::size_t size : {1UL, 7UL, 1000UL}) {
        EXPECT_EQ(split(text, size, nullptr, 20), "2:{\"a\":1} 3:long 4:{\"c\":1} ") << size;
    }
    EXPECT_EQ(split("[{\"b\":\"" + std::string(50, 'x'), 7, nullptr, 20), "1:long ");
    EXPECT_EQ(split("data: {}\n\ndata: " + std::string(50, 'x'), 7, nullptr, 20), "1:long ");
}

/// As `split`, by a reader that says which objects are no JSON: `bad` with their lines.
std::string splitKnowing(std::string_view text, std::size_t size) {
    ObjectSplitter splitter(1000);
    std::string out;
    const auto take = [&](const SplitObject& object) {
        const bool isWhole = parseJsonTree(object.text).has_value();
        out += std::to_string(object.line) + ":";
        out += object.isLost      ? "lost"
               : object.isTooLong ? "long"
               : isWhole          ? std::string(object.text)
                                  : "bad";
        out += " ";
        if (!isWhole && !object.isLost && !object.isTooLong) {
            splitter.markBroken();
        }
    };
    while (!text.empty()) {
        splitter.add(text.substr(0, size), take);
        text.remove_prefix(std::min(size, text.size()));
    }
    splitter.finish(take);
    return out;
}

TEST(ObjectSplitter, OneBrokenObjectCostsOneObject) {
    const std::vector<std::pair<std::string, std::string>> cases{
        // a string that never ends, a bracket that never closes, one too many, a comma that is missing
        {"[\n{\"a\":1},\n{\"a\":\"x},\n{\"a\":3},\n{\"a\":4}\n]\n",
         "2:{\"a\":1} 3:bad 4:{\"a\":3} 5:{\"a\":4} "},
        {"[\n{\"a\":1},\n{\"a\":[2},\n{\"a\":3}\n]\n", "2:{\"a\":1} 3:bad 4:{\"a\":3} "},
        {"[\n{\"a\":[1},\n{\"a\":3}\n]\n", "2:bad 3:{\"a\":3} "},
        {"[{\"a\":1},{\"a\":\"x},{\"a\":3},{\"a\":4}]", "1:{\"a\":1} 1:bad 1:{\"a\":3} 1:{\"a\":4} "},
        {"{\n \"a\": 1\n}\n{\n \"a\": \"2,\n \"b\": {\n }\n}\n{\n \"a\": 3\n}\n",
         "1:{\n \"a\": 1\n} 4:bad 9:{\n \"a\": 3\n} "},
        {"[\n  {\"a\":{\"a\":1}},\n  {\"a\":\n    {\"a\":2}\n  \"},\n  {\"a\":3}\n]",
         "2:{\"a\":{\"a\":1}} 3:bad 6:{\"a\":3} "},
        {"[\n{\"a\":1} oops {\"a\":2},\n{\"a\":3}]", "2:{\"a\":1} 2:bad 2:lost 3:{\"a\":3} "},
        {"[{\"a\":1},oops,{\"z\":{\"y\":2}}]", "1:{\"a\":1} 1:bad 1:lost "},
        {"[{\"a\":1},{\"a\":\"x, {\"a\":3}]", "1:{\"a\":1} 1:bad 1:{\"a\":3} "},
        {"[\n{\"a\":1},\n{\"a\":\"x", "2:{\"a\":1} 3:bad "},
    };
    for (const auto& [text, objects] : cases) {
        for (const std::size_t size : {1UL, 3UL, 7UL, 1000UL}) {
            EXPECT_EQ(splitKnowing(text, size), objects) << text << " in pieces of " << size;
        }
    }
}

TEST(ObjectSplitter, AnObjectThatNeverEndsDoesNotTakeTheFileWithIt) {
    std::string text = "[\n{\"a\":0},\n{\"a\":\"x},\n";
    std::string objects = "2:{\"a\":0} 3:long ";
    for (int i = 1; i <= 300; ++i) {
        const std::string one = "{\"a\":" + std::to_string(i) + "}";
        text += one + (i < 300 ? ",\n" : "\n]");
        objects += std::to_string(i + 3) + ":" + one + " ";
    }
    for (const std::size_t size : {7UL, 100UL}) { // as soon as it is too long to be held
        EXPECT_EQ(splitKnowing(text, size), objects) << size;
    }
}

} // namespace
} // namespace goldpan::profiles
