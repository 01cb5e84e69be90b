// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pointers, times and the steps of the profile language.
#include "core/profiles/pointer.h"
#include "core/profiles/steps.h"
#include "core/profiles/times.h"

#include <gtest/gtest.h>

namespace goldpan::profiles {
namespace {

JsonTree tree(std::string_view json) {
    return parseJsonTree(json).value_or(JsonTree{});
}

std::string timeOf(std::string_view json, TimeUnit unit = TimeUnit::any) {
    const auto time = readTime(tree(json), unit);
    return time ? formatTimestamp(*time) : "none";
}

std::string allAt(std::string_view pointer, const Scope& scope) {
    std::string out;
    for (const auto* value : Pointer::parse(pointer)->all(scope)) {
        out += jsonText(*value) + " ";
    }
    return out;
}

TEST(ProfilePointer, FindsByKeyIndexAndWildcard) {
    const auto record = tree(R"({"a/b":{"~":1},"list":[{"x":1},{"y":2},{"x":3}],"m":{"p":{"x":4}}})");
    EXPECT_EQ(allAt("/a~1b/~0", {&record}), "1 ");
    EXPECT_EQ(allAt("/list/2/x", {&record}), "3 ");
    EXPECT_EQ(allAt("/list/*/x", {&record}), "1 3 ");
    EXPECT_EQ(allAt("/m/*/x", {&record}), "4 ");
    EXPECT_EQ(allAt("/list/7/x", {&record}), "");
    EXPECT_EQ(allAt("", {&record}), jsonText(record) + " ");
}

TEST(ProfilePointer, ClimbsOutOfEach) {
    const auto outer = tree(R"({"name":"outer"})");
    const auto inner = tree(R"({"name":"inner"})");
    EXPECT_EQ(allAt("/name", {&inner, &outer}), "\"inner\" ");
    EXPECT_EQ(allAt("1/name", {&inner, &outer}), "\"outer\" ");
    EXPECT_EQ(allAt("2/name", {&inner, &outer}), "");
}

TEST(ProfilePointer, RefusesWhatIsNone) {
    EXPECT_FALSE(Pointer::parse("a"));
    EXPECT_FALSE(Pointer::parse("/a~2"));
    EXPECT_FALSE(Pointer::parse("99/a"));
}

TEST(ProfileTime, ReadsTextEpochsAndPairsExactly) {
    EXPECT_EQ(timeOf(R"("2025-06-01 00:21:13.813000")"), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf(R"("2025-06-01T02:21:13+02:00")"), "2025-06-01T00:21:13.000000Z");
    EXPECT_EQ(timeOf(R"("2025-06-01 00:21:13.813 UTC")"), "2025-06-01T00:21:13.813000Z") << "BigQuery";
    EXPECT_EQ(timeOf(R"("2025-06-01 00:21:13 UTC")", TimeUnit::iso), "2025-06-01T00:21:13.000000Z");
    EXPECT_EQ(timeOf("1748737273.813"), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf("1748737273"), "2025-06-01T00:21:13.000000Z");
    EXPECT_EQ(timeOf("1748737273813"), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf("315532800000000"), "1980-01-01T00:00:00.000000Z") << "fifteen digits are microseconds";
    EXPECT_EQ(timeOf("1748737273813000123"), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf(R"("1748737273813000123")", TimeUnit::nanos), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf("[1748737273,813000123]"), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf("1.748737273813e9"), "2025-06-01T00:21:13.813000Z");
    EXPECT_EQ(timeOf(R"("20250601")"), "2025-06-01T00:00:00.000000Z") << "a date without dashes is no epoch";
    EXPECT_EQ(timeOf("0.0000015", TimeUnit::seconds), "1970-01-01T00:00:00.000001Z");
    for (const std::string same :
         {"\"2025-06-01T00:21:13.999999999Z\"", "1748737273999999999", "\"1748737273999999999\"",
          "[1748737273,999999999]", "1748737273.999999999", "1748737273999.999999"}) {
        EXPECT_EQ(timeOf(same), "2025-06-01T00:21:13.999999Z") << same;
    }
    EXPECT_EQ(timeOf("-0.0000015", TimeUnit::seconds), timeOf("\"1969-12-31T23:59:59.9999985Z\""));
    EXPECT_EQ(timeOf("-1.0", TimeUnit::seconds), "1969-12-31T23:59:59.000000Z");
    EXPECT_EQ(timeOf("\"soon\""), "none");
    EXPECT_EQ(timeOf("1e99"), "none");
    EXPECT_EQ(timeOf("null"), "none");
}

TEST(ProfileSteps, JsonInsideJsonAsOftenAsAsked) {
    const auto twice = JsonTree::string(R"("{\"a\":1}")");
    EXPECT_EQ(jsonText(unpackJson(twice, 1)), R"("{\"a\":1}")");
    EXPECT_EQ(jsonText(unpackJson(twice, 2)), R"({"a":1})");
    EXPECT_EQ(jsonText(unpackJson(JsonTree::string("{no json"), 3)), R"("{no json")");
    EXPECT_EQ(jsonText(unpackJson(JsonTree::string("12"), 3)), R"("12")") << "somebody said so";
}

TEST(ProfileSteps, AttributeListsBecomeObjectsAtEveryDepth) {
    EXPECT_EQ(
        jsonText(unpackAttributes(tree(
            R"([{"key":"a","value":{"stringValue":"x"}},{"key":"n","value":{"intValue":"9007199254740993"}},
                  {"key":"l","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[{"key":"b","value":{"boolValue":true}}]}}]}}},
                  {"key":"bare","value":{"arrayValue":[{"doubleValue":1.5}]}},{"key":"none"}])"))),
        R"({"a":"x","n":9007199254740993,"l":[{"b":true}],"bare":[1.5],"none":null})");
    EXPECT_EQ(jsonText(unpackAttributes(tree(R"({"a":1})"))), R"({"a":1})") << "done already";
}

TEST(ProfileSteps, ATableByColumnsBecomesItsRows) {
    const auto rows = [](const std::string& json) {
        const auto tree = parseJsonTree(json);
        return tree ? jsonText(rowsOfTable(*tree)) : "no JSON";
    };
    EXPECT_EQ(rows(R"({"columns":["a","b"],"index":[0,1],"data":[[1,2],[3]]})"),
              R"([{"a":1,"b":2},{"a":3}])");
    EXPECT_EQ(rows(R"({"a":[1,3],"b":[2,null]})"), R"([{"a":1,"b":2},{"a":3,"b":null}])");
    EXPECT_EQ(rows(R"({"a":[],"b":[]})"), "[]");
    const std::string longName(65, 'n');
    for (const std::string& same : std::vector<std::string>{
             R"([{"a":1}])", R"({"a":[1],"b":[1,2]})", R"({"a":[1],"b":2})", "{}", "null",
             R"({"columns":["a","a"],"data":[[1,2]],"n":1})", R"({"columns":["a",1],"data":[[1,2]],"n":1})",
             R"({"columns":["a"],"data":[1],"n":1})", R"({"columns":["a"],"data":"lost"})",
             R"({"columns":["a"],"data":null})", R"({"columns":["a"],"data":{}})",
             R"({"columns":["a"],"data":[[1,2]]})", "{\"" + longName + "\":[1]}",
             "{\"columns\":[\"" + longName + "\"],\"data\":[[1]],\"n\":1}"}) {
        EXPECT_EQ(rows(same), same);
    }
}

TEST(ProfileSteps, DottedKeysBecomeListsInTheOrderOfTheirNumbers) {
    EXPECT_EQ(jsonText(unflatten(tree(R"({"m.10.t":"k","m.2.t":"c","m.0.t":"a","o.x":1})"))),
              R"({"m":[{"t":"a"},{"t":"c"},{"t":"k"}],"o":{"x":1}})");
    EXPECT_EQ(jsonText(unflatten(tree(R"({"m.0.t":"a","http.method":"GET","m.1.t":"b"})"), {"m"})),
              R"({"http.method":"GET","m":[{"t":"a"},{"t":"b"}]})");
}

TEST(ProfileSteps, VeryManyKeysTakeNoLongerEach) {
    JsonTree flat = JsonTree::object();
    for (int i = 0; i < 200'000; ++i) {
        flat.keys.push_back("m." + std::to_string(i) + ".t");
        flat.items.push_back(JsonTree::number(std::to_string(i)));
    }
    const auto tree = unflatten(std::move(flat), {"m"});
    ASSERT_EQ(tree.items[0].items.size(), 200'000U);
    EXPECT_EQ(jsonText(tree.items[0].items[199'999]), R"({"t":199999})");
}

TEST(ProfileSteps, AKeyThatIsAValueAndATreeKeepsBoth) {
    EXPECT_EQ(jsonText(unflatten(tree(R"({"a.b":1,"a":2})"))), R"({"a":{"":2,"b":1}})");
}

TEST(ProfileSteps, MessageEventsOfTheOlderConventions) {
    EXPECT_EQ(jsonText(messagesOfEvents(tree(
                  R"([{"name":"gen_ai.user.message","attributes":{"content":"Hi"}},
                  {"name":"gen_ai.choice","attributes":{"message":"{\"content\":\"Yo\"}"}},{"name":"other"}])"))),
              R"({"messages":[{"content":"Hi","role":"user"}],"choices":[{"message":{"content":"Yo"}}]})");
    EXPECT_TRUE(messagesOfEvents(tree(R"([{"name":"other"}])")).isNull());
}

} // namespace
} // namespace goldpan::profiles
