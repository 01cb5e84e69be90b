// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/support/sampling_desk.h"

#include "core/sampling/reservoir.h"
#include "core/sampling/sample_weight.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace goldpan::test {

std::string idOf(int number) {
    return "r" + std::to_string(number);
}

std::vector<LogEntry> healthyRows(int from, int to) {
    std::vector<LogEntry> rows;
    for (int number = from; number < to; ++number) {
        char ts[40];
        std::snprintf(ts, sizeof ts, "2025-06-%02dT%02d:%02d:00", 12 + number / 1440, number / 60 % 24,
                      number % 60);
        rows.push_back(entry(idOf(number), ts));
    }
    return rows;
}

store::ImportTally SamplingDesk::import(const std::vector<LogEntry>& entries, const sampling::KeepRule& rule,
                                        std::string_view source) {
    std::vector<store::ImportRow> rows;
    for (const auto& item : entries) {
        rows.push_back(importRow(item, static_cast<std::int64_t>(rows.size()) + 1));
        rows.back().loggedWeight = sampling::weightOf(item.meta);
    }
    auto& importer = desk.store().importer();
    std::optional<sampling::Reservoir> reservoir;
    if (rule.kind == sampling::KeepRule::Kind::reservoir) {
        reservoir.emplace(rule.perHour);
        EXPECT_TRUE(importer.countHealthy(rows, *reservoir));
        EXPECT_TRUE(importer.settle(*reservoir));
    }
    auto session =
        importer.begin(source, "ana", {.rule = rule, .reservoir = reservoir ? &*reservoir : nullptr});
    EXPECT_TRUE(session) << session.error().message;
    auto tally = (*session)->add(rows);
    EXPECT_TRUE(tally) << tally.error().message;
    EXPECT_TRUE((*session)->finish());
    EXPECT_EQ(tally->stored + tally->duplicate + tally->sampledOut, std::ssize(entries));
    EXPECT_EQ(*desk.store().upkeep().check({}), std::vector<std::string>{});
    return *tally;
}

void SamplingDesk::setPolicy(const std::function<void(Policy&)>& change) {
    Policy policy = desk.store().upkeep().policy().value();
    change(policy);
    ASSERT_TRUE(desk.store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
}

std::set<std::string> SamplingDesk::stored() {
    std::set<std::string> ids;
    const std::string text = desk.ids("");
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        ids.insert(text.substr(at, end - at));
        at = end + 1;
    }
    return ids;
}

std::string SamplingDesk::weights() {
    return desk.query("SELECT DISTINCT weight FROM entry ORDER BY weight");
}

double SamplingDesk::sumOfWeights() {
    return std::stod(desk.query("SELECT total(weight) FROM entry"));
}

store::SamplingStats SamplingDesk::stats() {
    return desk.store().upkeep().sampling().value();
}

} // namespace goldpan::test
