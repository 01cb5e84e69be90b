// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a batch says of itself: who wrote its corrections, what was not checked, what was left out or let in.
#include "core/domain/policy.h"
#include "core/exporting/settled_spec.h"
#include "tests/store/support/export_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using test::tagged;
using Json = nlohmann::ordered_json;

class ExportEvidence : public test::ExportDesk {
protected:
    void correctAs(std::string_view id, CorrectionSource source, std::string operatorName) {
        const Correction correction{.text = "gold " + std::string(id),
                                    .operatorName = std::move(operatorName),
                                    .source = source,
                                    .createdAt = {1},
                                    .updatedAt = {1}};
        ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) {
            return transaction.setDecision(m_store.row(id), ReviewState::corrected, correction);
        }));
    }
    Json manifest(std::string_view name) { return Json::parse(text(name)); }
};

TEST_F(ExportEvidence, SaysWhoWroteTheCorrections) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"}), tagged("c", {"t"}), tagged("d", {"u"})});
    correctAs("a", CorrectionSource::operatorWritten, "ann");
    correctAs("b", CorrectionSource::modelDrafted, "ann");
    correctAs("c", CorrectionSource::modelDrafted, "ben@example.org");
    correctAs("d", CorrectionSource::operatorWritten, "ann");
    ran({.tags = {"t"}}, file("out/"));
    EXPECT_EQ(
        manifest("out/manifest.json")["corrections"].dump(),
        R"([{"source":"operator","operator":"ann","rows":1},{"source":"model","operator":"[EMAIL]","rows":1},)"
        R"({"source":"model","operator":"ann","rows":1}])");
    const auto card = text("out/README.md");
    EXPECT_NE(card.find("- Corrections that an operator wrote: 1\n"), std::string::npos);
    EXPECT_NE(card.find("- Corrections that a model drafted and an operator saved: 2\n"), std::string::npos);
    EXPECT_EQ(card.find("ann"), std::string::npos) << "who, only the manifest says";
}

TEST_F(ExportEvidence, WhatThePolicyAsksForAndWasNotCheckedIsTold) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    Policy policy;
    policy.exportExclude = {RowCheck::contaminated, RowCheck::tooLong, RowCheck::conflict};
    ASSERT_TRUE(m_store.store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    const std::map<std::string, std::string> both{{"contaminated", "no gold set"},
                                                  {"too_long", "no number of tokens"}};
    ran({}, file("x.jsonl"));
    EXPECT_EQ(notChecked({}, policy), both);
    EXPECT_EQ(manifest("x.jsonl.manifest.json")["not_checked"], Json(both));
    const auto gold = m_dir.write("gold.jsonl", R"({"id":"g","prompt":"Who wrote this play then?"})");
    ran({.goldFile = gold, .maxTokens = 9}, file("y.jsonl"));
    EXPECT_FALSE(manifest("y.jsonl.manifest.json").contains("not_checked"));
}

TEST_F(ExportEvidence, CorrectionsThatAreLetOutRedactedAreListed) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"}), tagged("c", {"t"})});
    correct("a", "gold");
    correct("b", "call [PHONE]", true);
    correct("c", "write to bob@example.org");
    ran({.redactCorrections = true}, file("x.jsonl"));
    EXPECT_EQ(manifest("x.jsonl.manifest.json")["findings"].dump(),
              R"([{"request_id":"b","check":"pii","excluded":false,"redacted":true},)"
              R"({"request_id":"c","check":"pii","excluded":false,"redacted":true}])");
}

TEST_F(ExportEvidence, ASplitWithoutRowsIsNoSplit) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    const auto seedFor = [this](std::int64_t validation) {
        ExportSpec spec{.format = Format::sharegpt, .splitShare = 0.5, .seed = 1};
        while (service().dryRun(spec)->validationRows != validation) {
            ++spec.seed;
        }
        return spec;
    };
    ran(seedFor(1), file("out/"));
    EXPECT_TRUE(std::filesystem::exists(file("out/data/validation.jsonl")));
    auto card = text("out/README.md");
    EXPECT_EQ(card.find("split: train\n    path"), std::string::npos) << "no row is left to train on";
    EXPECT_NE(card.find("  - split: validation\n    path: data/validation.jsonl\n---\n"), std::string::npos);
    EXPECT_NE(card.find("eval_dataset: goldpan_validation\n"), std::string::npos);

    const auto report = ran(seedFor(0), file("out/"));
    EXPECT_EQ(report.files.size(), 1U);
    EXPECT_EQ(listing(),
              "out out/README.md out/data out/data/train.jsonl out/dataset_info.json out/manifest.json");
    card = text("out/README.md");
    EXPECT_NE(card.find("  - split: train\n    path: data/train.jsonl\n---\n"), std::string::npos);
    EXPECT_EQ(card.find("validation"), std::string::npos);
    EXPECT_EQ(text("out/dataset_info.json").find("validation"), std::string::npos);
    EXPECT_TRUE(verifyBatch(file("out/"), m_store.store())->problems.empty());
}

TEST_F(ExportEvidence, ABatchWithoutRowsHasNothingToLoad) {
    m_store.add({tagged("a", {"t"})});
    ran({.format = Format::alpaca}, file("out/"));
    EXPECT_EQ(listing(), "out out/README.md out/data out/data/train.jsonl out/manifest.json");
    EXPECT_EQ(text("out/README.md").find("configs:"), std::string::npos);
    EXPECT_TRUE(verifyBatch(file("out/"))->problems.empty());
}

TEST_F(ExportEvidence, TheCardSpeaksOfToolsWhereThereAreSome) {
    LogEntry tools = tagged("a", {"t"});
    tools.tools = R"([{"type":"function","function":{"name":"f","parameters":{}}}])";
    m_store.add({tools});
    correct("a", "gold");
    ran({}, file("out/"));
    EXPECT_EQ(text("out/README.md").find("tools="), std::string::npos) << "none are written without the flag";
    ran({.toolRows = true}, file("out/"));
    EXPECT_NE(text("out/README.md").find("tools=row.get(\"tools\")"), std::string::npos);
}

TEST_F(ExportEvidence, AListThatSomebodyWroteIsSetAside) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    std::filesystem::create_directory(file("out"));
    m_dir.write("out/dataset_info.json", "{\"mine\":{}}"); // before any batch
    ran({.format = Format::sharegpt}, file("out/"));
    ran({.format = Format::alpaca}, file("out/")); // over one that we wrote: none more
    EXPECT_EQ(text("out/dataset_info.json.bak"), "{\"mine\":{}}");
    EXPECT_EQ(listing(), "out out/README.md out/data out/data/train.jsonl out/dataset_info.json "
                         "out/dataset_info.json.bak out/manifest.json");
}

} // namespace
} // namespace goldpan::exporting
