// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks of an export find, warn of and leave out, and the split.
#include "core/domain/policy.h"
#include "core/store/upkeep.h"
#include "tests/store/support/export_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace goldpan::exporting {
namespace {

using test::tagged;
using Json = nlohmann::ordered_json;

std::string words(int from, int to) {
    std::string out;
    for (int i = from; i < to; ++i) {
        out += "word" + std::to_string(i) + ' ';
    }
    return out;
}

class ExportChecks : public test::ExportDesk {
protected:
    static LogEntry asked(std::string_view id, std::string prompt) {
        LogEntry out = tagged(id, {"t"});
        out.prompt = std::move(prompt);
        return out;
    }

    void correctAt(std::string_view id, std::string text, std::int64_t at) {
        const Correction correction{
            .text = std::move(text), .operatorName = "ann", .createdAt = {at}, .updatedAt = {at}};
        ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) {
            return transaction.setDecision(m_store.row(id), ReviewState::corrected, correction);
        }));
    }

    /// Two that ask nearly the same, two that are answered differently, one with a stop token, one plain.
    void fill() {
        m_store.add({asked("old", words(0, 60)), asked("new", words(0, 61)), asked("yes", "Is it?"),
                     asked("no", "is  IT?"), asked("stop", "Say when"), asked("plain", "Who?")});
        correctAt("old", "gold", 1);
        correctAt("new", "gold", 2);
        correctAt("yes", "yes", 3);
        correctAt("no", "no", 4);
        correctAt("stop", "when</s>", 5);
        correctAt("plain", "me", 6);
    }

    std::string goldFile(const std::string& prompt) {
        return m_dir.write("folder of ann.jsonl", Json{{"id", "g1"}, {"prompt", prompt}}.dump() + "\n");
    }

    static std::vector<std::string> lines(const std::string& text) {
        std::vector<std::string> out;
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);) {
            out.push_back(line);
        }
        return out;
    }
};

TEST_F(ExportChecks, WarnAndWriteAllTheSame) {
    fill();
    const auto report = ran({}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 6);
    EXPECT_EQ(
        report.warned,
        (std::map<std::string, std::int64_t>{
            {"broken_token", 0}, {"conflict", 2}, {"duplicate", 1}, {"identical", 0}, {"stop_token", 1}}));
    ASSERT_EQ(report.findings.size(), 4U);
    EXPECT_EQ(findingText(report.findings[0]),
              R"({"request_id":"old","check":"duplicate","other":"new","jaccard":0.982,"excluded":false})");
    EXPECT_EQ(findingText(report.findings[1]),
              R"({"request_id":"yes","check":"conflict","other":"no","excluded":false})");
    EXPECT_EQ(
        findingText(report.findings[3]),
        R"({"request_id":"stop","check":"stop_token","where":"correction","span":"</s>","excluded":false})");
    const auto manifest = Json::parse(text("x.jsonl.manifest.json"));
    EXPECT_EQ(manifest["findings"].size(), 4U);
    EXPECT_EQ(manifest["findings"][0].dump(), findingText(report.findings[0]));
    EXPECT_TRUE(verifyBatch(file("x.jsonl"))->problems.empty());
}

TEST_F(ExportChecks, ExcludeWhatIsNamedOncePerRow) {
    fill();
    const auto report = ran({.exclude = {"conflict", "duplicate"}}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 3);
    EXPECT_EQ(report.excluded.at("duplicate"), 1);
    EXPECT_EQ(report.excluded.at("conflict"), 2);
    EXPECT_EQ(report.excludedIds.at("conflict"), (std::vector<std::string>{"yes", "no"}));
    EXPECT_EQ(report.warned, (std::map<std::string, std::int64_t>{
                                 {"broken_token", 0}, {"identical", 0}, {"stop_token", 1}}));
    const auto dry = service().dryRun({.exclude = {"conflict", "duplicate"}});
    ASSERT_TRUE(dry);
    EXPECT_EQ(dry->excluded, report.excluded);
    EXPECT_EQ(dry->findings, report.findings);
}

TEST_F(ExportChecks, KtoHoldsResponsesAgainstEachOtherAndTheGoldSet) {
    const auto answered = [](LogEntry row, std::string response) {
        row.response = std::move(response);
        return row;
    };
    const auto disliked = [&](std::string_view id, std::string prompt) {
        LogEntry out = answered(asked(id, std::move(prompt)), "bad");
        out.tags = {"user_negative"};
        return out;
    };
    m_store.add({answered(asked("good", words(0, 60)), "good"),
                 answered(asked("good too", words(0, 61)), "good"), disliked("bad", words(0, 60)),
                 disliked("bad too", words(0, 61)), answered(disliked("worse", words(0, 60)), "worse")});
    ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) {
        for (const auto* id : {"good", "good too"}) {
            if (auto done = transaction.setDecision(m_store.row(id), ReviewState::accepted, {}); !done) {
                return done;
            }
        }
        return Result<void>{};
    }));
    const auto report = ran({.format = Format::kto, .exclude = {"duplicate"}}, file("x.jsonl"));
    EXPECT_EQ(report.excludedIds.at("duplicate").size(), 2U) << "one of each two, whatever is right is no"
                                                                " duplicate of what is wrong";
    EXPECT_EQ(report.rows, 3) << "another bad answer is another lesson";
    const std::string gold = m_dir.write(
        "gold.jsonl", Json{{"id", "g1"}, {"prompt", "Who?"}, {"reference", words(200, 220)}}.dump() + "\n");
    LogEntry leak = disliked("leak", "And?");
    leak.response = words(200, 220);
    m_store.add({leak});
    const auto found = ran({.format = Format::kto, .goldFile = gold}, file("y.jsonl"));
    EXPECT_EQ(found.warned.at("contaminated"), 1);
    EXPECT_EQ(std::ranges::find(found.findings, RowCheck::contaminated, &RowFinding::check)->where,
              "response");
}

TEST_F(ExportChecks, ThePolicyExcludesInEveryExportAndForReadiness) {
    fill();
    Policy policy;
    policy.exportExclude = {RowCheck::duplicate, RowCheck::contaminated, RowCheck::stopToken};
    ASSERT_TRUE(m_store.store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    EXPECT_EQ(ran({}, file("x.jsonl")).rows, 4);
    std::vector<std::string> seen;
    ASSERT_TRUE(service().eachRow(
        {}, [&](const store::EntryRecord& record) { seen.push_back(record.entry.requestId); }));
    EXPECT_EQ(seen, (std::vector<std::string>{"new", "yes", "no", "plain"}));
    EXPECT_EQ(ran({.goldFile = goldFile(words(1, 15))}, file("y.jsonl")).rows, 3)
        << "with a gold set that counts too";
}

TEST_F(ExportChecks, AGoldSetIsToldByItsHashAndNeverByItsFolder) {
    fill();
    const ExportSpec spec{.exclude = {"contaminated"}, .goldFile = goldFile(words(3, 17))};
    const auto report = ran(spec, file("x.jsonl"));
    EXPECT_EQ(report.excludedIds.at("contaminated"), (std::vector<std::string>{"old", "new"}));
    const auto manifest = text("x.jsonl.manifest.json");
    EXPECT_EQ(manifest.find(m_dir.path()), std::string::npos);
    const auto json = Json::parse(manifest);
    EXPECT_EQ(json["gold_sha256"].get<std::string>().size(), 64U);
    EXPECT_EQ(json["spec"]["gold_file"], "folder of ann.jsonl");
    EXPECT_EQ(json["findings"][1]["gold_id"], "g1");
    EXPECT_EQ(json["findings"][1]["where"], "prompt");
    const auto again = specFromText(m_store.store().exports().batches()->back().specText);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->goldFile, spec.goldFile) << "to export again the store knows where it lies";
    const auto proved = verifyBatch(file("x.jsonl"), m_store.store());
    ASSERT_TRUE(proved);
    EXPECT_TRUE(proved->problems.empty()) << proved->problems.front();
    EXPECT_EQ(run({.exclude = {"contaminated"}}, file("y.jsonl")).error().code, ErrorCode::usage);
    EXPECT_FALSE(run({.goldFile = file("missing")}, file("y.jsonl")));
    EXPECT_FALSE(std::filesystem::exists(file("y.jsonl")));
}

TEST_F(ExportChecks, WhereAGoldSetLiesIsRecordedForWhoeverStartsElsewhere) {
    fill();
    const std::string relative =
        std::filesystem::relative(goldFile("Who?"), std::filesystem::current_path()).string();
    ran({.goldFile = relative}, file("x.jsonl"));
    const auto again = specFromText(m_store.store().exports().batches()->back().specText);
    ASSERT_TRUE(again);
    EXPECT_TRUE(std::filesystem::path(again->goldFile).is_absolute()) << again->goldFile;
    EXPECT_TRUE(std::filesystem::equivalent(again->goldFile, relative));
}

TEST_F(ExportChecks, ARowIsKeptForAReasonThatIsRedacted) {
    fill();
    const auto report = ran({.exclude = {"duplicate", "conflict"},
                             .keep = {{"old", "ana@example.com wants both"}, {"plain", "liked"}}},
                            file("x.jsonl"));
    EXPECT_EQ(report.rows, 4);
    EXPECT_EQ(report.warned.at("duplicate"), 1);
    EXPECT_EQ(report.keptInVain, std::vector<std::string>{"plain"});
    const auto manifest = text("x.jsonl.manifest.json");
    EXPECT_EQ(manifest.find("ana@"), std::string::npos);
    EXPECT_EQ(Json::parse(manifest)["findings"][0]["kept_for"], "[EMAIL] wants both");
    EXPECT_EQ(m_store.store().exports().batches()->back().specText.find("ana@"), std::string::npos);
}

TEST_F(ExportChecks, ARowIsKeptByItsIdWhateverThatLooksLike) {
    const std::string phone = "chatcmpl-415-555-0132";
    const std::string mail = "ann@example.org";
    m_store.add({asked(phone, "Is it?"), asked(mail, "is  IT?")});
    correctAt(phone, "yes", 1);
    correctAt(mail, "no", 2);
    ASSERT_NE(m_redactor.redacted(mail), mail);
    const auto report =
        ran({.exclude = {"conflict"}, .keep = {{phone, "mine"}, {mail, "wanted too"}}}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 2);
    EXPECT_TRUE(report.keptInVain.empty());
    EXPECT_EQ(Json::parse(text("x.jsonl.manifest.json"))["spec"]["keep"][mail], "wanted too");
}

TEST_F(ExportChecks, TooLongNeedsABudget) {
    fill();
    const auto report = ran({.maxTokens = 40}, file("x.jsonl"));
    EXPECT_EQ(report.warned.at("too_long"), 2);
    EXPECT_FALSE(ran({}, file("x.jsonl")).warned.contains("too_long"));
    EXPECT_EQ(run({.exclude = {"too_long"}}, file("y.jsonl")).error().code, ErrorCode::usage);
    EXPECT_EQ(run({.maxTokens = -1}, file("y.jsonl")).error().code, ErrorCode::usage);
    EXPECT_EQ(run({.format = Format::log, .maxTokens = 9}, file("y.jsonl")).error().code, ErrorCode::usage);
}

TEST_F(ExportChecks, ASplitWritesTwoFilesThatAreProved) {
    std::vector<LogEntry> rows;
    for (int i = 0; i < 60; ++i) { // in pairs that are nearly the same
        rows.push_back(asked("r" + std::to_string(i), words(i / 2 * 100, i / 2 * 100 + 60 + i % 2)));
    }
    m_store.add(rows);
    for (int i = 0; i < 60; ++i) {
        correctAt("r" + std::to_string(i), "gold " + std::to_string(i), i);
    }
    const ExportSpec spec{.splitShare = 0.3, .seed = 4};
    const auto report = ran(spec, file("x.jsonl.gz"));
    ASSERT_EQ(report.files.size(), 2U);
    EXPECT_EQ(report.files[1].path, file("x.validation.jsonl.gz"));
    EXPECT_EQ(report.rows, 60);
    EXPECT_EQ(report.files[0].rows + report.files[1].rows, 60);
    EXPECT_EQ(report.files[1].rows, report.validationRows);
    EXPECT_EQ(service().dryRun(spec)->validationRows, report.validationRows);
    EXPECT_GT(report.validationRows, 4);
    EXPECT_LT(report.validationRows, 40);
    EXPECT_TRUE(verifyBatch(file("x.jsonl.gz"))->problems.empty());

    const auto folder = ran(spec, file("out/"));
    EXPECT_EQ(folder.files[1].path, file("out/data/validation.jsonl"));
    EXPECT_NE(text("out/README.md").find("  - split: validation\n    path: data/validation.jsonl\n"),
              std::string::npos);
    const auto manifest = Json::parse(text("out/manifest.json"));
    EXPECT_EQ(manifest["files"][1]["path"], "data/validation.jsonl");
    EXPECT_EQ(manifest["spec"]["split"], 0.3);
    const auto validation = lines(text("out/data/validation.jsonl"));
    std::set<std::string> ids;
    for (std::size_t i = 0; i < manifest["request_ids"].size(); ++i) { // train first, as the files stand
        const bool isValidation = i >= static_cast<std::size_t>(folder.files[0].rows);
        if (isValidation) {
            ids.insert(manifest["request_ids"][i]);
        }
    }
    ASSERT_EQ(ids.size(), validation.size());
    for (int i = 0; i < 60; i += 2) {
        EXPECT_EQ(ids.contains("r" + std::to_string(i)), ids.contains("r" + std::to_string(i + 1))) << i;
    }
    EXPECT_EQ(m_store.query("SELECT rows FROM export_batches ORDER BY id DESC LIMIT 1"), "60");

    // Which rows there are besides changes no side.
    const auto few =
        ran({.filterText = "id:r7 OR id:r8 OR id:r30", .splitShare = 0.3, .seed = 4}, file("few.jsonl"));
    EXPECT_EQ(few.validationRows,
              static_cast<std::int64_t>(ids.count("r7") + ids.count("r8") + ids.count("r30")));

    std::filesystem::remove(file("out/data/validation.jsonl"));
    EXPECT_FALSE(verifyBatch(file("out/"))->problems.empty());
    EXPECT_EQ(nextFreeName(file("out/")), file("out-2/"));
    EXPECT_EQ(run({.splitShare = 1.5}, file("z.jsonl")).error().code, ErrorCode::usage);
    EXPECT_EQ(run({.format = Format::log, .splitShare = 0.5}, file("z.jsonl")).error().code,
              ErrorCode::usage);
}

TEST_F(ExportChecks, TheSameStoreAndSpecGiveTheSameBytes) {
    fill();
    const ExportSpec spec{
        .exclude = {"duplicate"}, .goldFile = goldFile("Who?"), .maxTokens = 40, .splitShare = 0.5};
    ran(spec, file("x.jsonl"));
    const auto all = [this] {
        return text("x.jsonl") + text("x.validation.jsonl") + text("x.jsonl.manifest.json");
    };
    const auto first = all();
    ran(spec, file("x.jsonl"));
    EXPECT_EQ(all(), first);
    ran(spec, file("y.jsonl"));
    EXPECT_EQ(text("x.validation.jsonl"), text("y.validation.jsonl"));
}

} // namespace
} // namespace goldpan::exporting
