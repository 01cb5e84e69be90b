// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The planted duplicates and gold overlaps of the shared logs. Runs where the shared data is there.
#include "core/base/files.h"
#include "core/checks/duplicates.h"
#include "core/checks/gold_index.h"
#include "core/checks/near_clusters.h"
#include "core/checks/normal_text.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <sstream>

namespace goldpan::checks {
namespace {

using nlohmann::json;
using Pair = std::pair<std::string, std::string>;

class SharedChecks : public testing::Test {
protected:
    void SetUp() override {
        if (test::sharedData().empty()) {
            GTEST_SKIP() << "no shared data here";
        }
        std::istringstream log(test::readMaybeGzip(logs() + "inference.jsonl.gz"));
        for (std::string line; std::getline(log, line);) {
            const json row = json::parse(line);
            m_ids.push_back(row["request_id"]);
            m_prompts[m_ids.back()] = row["prompt"];
        }
        ASSERT_GT(m_ids.size(), 3000U);
    }

    static std::string logs() { return test::sharedData() + "/logs/"; }
    static json truth(const char* name) { return json::parse(readFile(logs() + name).value_or("{}")); }

    std::vector<std::string> m_ids;
    std::map<std::string, std::string> m_prompts;
};

TEST_F(SharedChecks, FindEveryPlantedDuplicate) {
    std::map<std::string, std::size_t> rowOf;
    std::map<std::string, std::size_t> questionOf;
    std::vector<ComparedRow> rows;
    ShingledTexts questions;
    for (const auto& id : m_ids) {
        const std::string normal = normalText(m_prompts[id]);
        if (!questionOf.contains(normal)) {
            questionOf[normal] = questions.add(shinglesOf(normal));
        }
        rowOf[id] = rows.size();
        rows.push_back({sha256(normal), {}, questionOf[normal]});
    }
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto found = findDuplicates(rows, questions, order);
    const auto clusters = nearClusters(questions).value();
    const auto same = [&](const json& pair) { // both are told against one, or one against the other
        const auto stays = [&](const std::string& id) {
            const auto row = rowOf.at(id);
            return found.duplicates[row] ? found.duplicates[row]->row : row;
        };
        return stays(pair[0]) == stays(pair[1]);
    };
    const json truth = this->truth("duplicate_truth.json");
    std::size_t exact = 0;
    for (const auto& pair : truth["exact"]) {
        exact += same(pair) ? 1 : 0;
        EXPECT_EQ(rows[rowOf.at(pair[0])].context, rows[rowOf.at(pair[1])].context) << pair;
    }
    EXPECT_EQ(exact, truth["exact"].size());
    std::size_t near = 0;
    std::size_t nearFound = 0;
    for (const auto& pair : truth["near"]) {
        const auto a = rows[rowOf.at(pair[0])].question;
        const auto b = rows[rowOf.at(pair[1])].question;
        if (jaccard(questions.shingles(a), questions.shingles(b)) < kNearJaccard) {
            continue;
        }
        ++near;
        // Where one of the two is told against a third row, that is a finding as well.
        const bool isFound =
            same(pair) || found.duplicates[rowOf.at(pair[0])] || found.duplicates[rowOf.at(pair[1])];
        nearFound += isFound ? 1 : 0;
        EXPECT_TRUE(isFound) << pair;
        EXPECT_EQ(clusters.of[a], clusters.of[b]) << pair;
    }
    EXPECT_GE(near, 15U);
    EXPECT_GE(static_cast<double>(nearFound), 0.95 * static_cast<double>(near));
    // The rest is not planted; the sources hold it.
    std::size_t others = 0;
    for (const auto& duplicate : found.duplicates) {
        others += duplicate ? 1 : 0;
    }
    std::cout << "near at " << kNearJaccard << ": " << nearFound << " of " << near << " (of "
              << truth["near"].size() << " planted); rows told in all: " << others
              << ", pairs looked at: " << found.comparisons << '\n';
}

TEST_F(SharedChecks, FindEveryPlantedGoldPrompt) {
    std::vector<GoldItem> items;
    std::istringstream gold(readFile(logs() + "gold.jsonl").value_or(""));
    for (std::string line; std::getline(gold, line);) {
        const json item = json::parse(line);
        items.push_back({item["id"], item["prompt"], item["reference"].is_string() ? item["reference"] : ""});
    }
    ASSERT_EQ(items.size(), 80U);
    const GoldIndex index(std::move(items));
    std::set<std::string> told;
    for (const auto& id : m_ids) {
        if (index.find(normalText(m_prompts[id]))) {
            told.insert(id);
        }
    }
    const json truth = this->truth("contamination_truth.json");
    std::set<std::string> known;
    for (const char* list : {"planted", "natural_half_of_8grams"}) {
        for (const auto& pair : truth[list]) {
            EXPECT_TRUE(told.contains(pair["request_id"])) << pair;
            known.insert(pair["request_id"]);
        }
    }
    std::size_t others = 0;
    for (const auto& id :
         told) { // "Try to explain your answer": twelve words and one, of gold prompts all the same
        if (!known.contains(id)) {
            ++others;
            std::cout << "neither planted nor known: " << id << '\n';
        }
    }
    EXPECT_LE(others, 30U);
}

} // namespace
} // namespace goldpan::checks
