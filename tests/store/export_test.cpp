// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a batch, and in which bytes.
#include "core/base/files.h"
#include "tests/store/support/export_desk.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan::exporting {
namespace {

using test::entry;
using test::tagged;
using Json = nlohmann::ordered_json;

class Export : public test::ExportDesk {};

TEST_F(Export, SftIsTaggedAndCorrectedRowsInLogOrder) {
    m_store.add({tagged("late", {"user_negative"}), tagged("early", {"drift_window"}), tagged("open", {"x"}),
                 entry("plain"), entry("untagged")});
    correct("early", "gold early");
    correct("late", "gold late");
    correct("untagged", "gold untagged");
    const auto report = ran({}, file("x.jsonl"));
    EXPECT_EQ(
        text("x.jsonl"),
        R"({"messages": [{"role": "user", "content": "prompt of late"}, {"role": "assistant", "content": "gold late"}]})"
        "\n"
        R"({"messages": [{"role": "user", "content": "prompt of early"}, {"role": "assistant", "content": "gold early"}]})"
        "\n");
    EXPECT_EQ(report.rows, 2);
    EXPECT_EQ(report.excluded, (std::map<std::string, std::int64_t>{
                                   {"invalid", 0}, {"no_correction", 1}, {"no_tag", 1}, {"pii", 0}}));
    EXPECT_EQ(m_store.ids("batch:" + std::to_string(report.batch.value_or(BatchId{}).value), "log"),
              "late early");
}

TEST_F(Export, ChosenTagsDecide) {
    m_store.add({tagged("a", {"t1"}), tagged("b", {"t2"}), tagged("c", {"t1", "t2"}), tagged("d", {"t2"})});
    correct("a", "gold a");
    correct("b", "gold b");
    const auto report = ran({.tags = {"t1"}}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 1);
    EXPECT_EQ(report.excluded.at("no_tag"), 1) << "b; d has neither and is not counted";
    EXPECT_EQ(report.excluded.at("no_correction"), 1) << "c";
    EXPECT_EQ(report.seen, 4) << "d too was looked at";
    EXPECT_EQ(ran({.tags = {"t1"}, .filterText = "id:b"}, file("y.jsonl")).rows, 0)
        << "a filter narrows further";
    EXPECT_EQ(text("y.jsonl"), "") << "no rows is a batch too";
}

TEST_F(Export, ManyRowsStayInLogOrder) {
    constexpr int kRows = 300; // made in several blocks, of which the first take longest
    std::vector<LogEntry> rows;
    for (int row = 0; row < kRows; ++row) {
        rows.push_back(tagged("r" + std::to_string(row), {"t"}));
        rows.back().prompt = std::string(row < kRows / 3 ? 3000 : 3, 'q') + std::to_string(row);
    }
    m_store.add(rows);
    std::string expected;
    for (int row = 0; row < kRows; ++row) {
        correct("r" + std::to_string(row), row % 50 == 7 ? "" : "gold " + std::to_string(row));
        if (row % 50 != 7) {
            expected += "gold " + std::to_string(row) + "\n";
        }
    }
    const auto report = ran({}, file("x.jsonl"));
    std::string told;
    std::istringstream lines(text("x.jsonl"));
    for (std::string line; std::getline(lines, line);) {
        told += std::string(Json::parse(line)["messages"].back()["content"]) + "\n";
    }
    EXPECT_EQ(told, expected);
    EXPECT_EQ(report.excluded.at("invalid"), 6);
    EXPECT_EQ(report.excludedIds.at("invalid"),
              (std::vector<std::string>{"r7", "r57", "r107", "r157", "r207", "r257"}));
}

TEST_F(Export, ConversationsKeepTheirTurns) {
    LogEntry chat = tagged("a", {"t"});
    chat.messages =
        R"([{"role":"system","content":"Be kind."},{"role":"user","content":[{"type":"text","text":"one"}],"name":"ann"},)"
        R"({"role":"assistant","content":"two"},{"role":"user","content":"prompt of a"}])";
    LogEntry picture = tagged("b", {"t"});
    picture.messages = R"([{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}])";
    LogEntry tools = tagged("c", {"t"});
    tools.messages =
        R"([{"role":"user","content":"weather"},{"role":"assistant","content":null,"tool_calls":[{"id":"1"}]},)"
        R"({"role":"tool","content":"rain","tool_call_id":"1"}])";
    m_store.add({chat, picture, tools});
    for (const auto* id : {"a", "b", "c"}) {
        correct(id, "gold");
    }
    const auto report = ran({}, file("x.jsonl"));
    EXPECT_EQ(
        text("x.jsonl"),
        R"({"messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "one"}, )"
        R"({"role": "assistant", "content": "two"}, {"role": "user", "content": "prompt of a"}, )"
        R"({"role": "assistant", "content": "gold"}]})"
        "\n");
    EXPECT_EQ(report.excluded.at("invalid"), 2);
    EXPECT_EQ(report.excludedIds.at("invalid"), (std::vector<std::string>{"b", "c"}));
    EXPECT_EQ(ran({.toolRows = true}, file("y.jsonl")).rows, 2);
    EXPECT_NE(
        text("y.jsonl").find(
            R"({"role": "assistant", "content": null, "tool_calls": [{"id": "1"}]}, )"
            R"({"role": "tool", "content": "rain", "tool_call_id": "1"}, {"role": "assistant", "content": "gold"}]})"),
        std::string::npos);
}

TEST_F(Export, HoldsPersonalDataBack) {
    LogEntry leak = tagged("a", {"t"});
    leak.prompt = "write to ann@example.org"; // as an older rule set may have left it
    m_store.add({leak, tagged("b", {"t"}), tagged("c", {"t"})});
    correct("a", "gold");
    correct("b", "call [PHONE]", true);
    correct("c", "write to bob@example.org");
    const auto report = ran({}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 1);
    EXPECT_EQ(report.excluded.at("pii"), 2);
    EXPECT_EQ(report.excludedIds.at("pii"), (std::vector<std::string>{"b", "c"}));
    EXPECT_NE(text("x.jsonl").find("write to [EMAIL]"), std::string::npos);
    const auto manifest = Json::parse(text("x.jsonl.manifest.json"));
    EXPECT_EQ(manifest["redactions"]["EMAIL"], 1) << "of rows that left only";
    const auto open = ran({.redactCorrections = true}, file("y.jsonl"));
    EXPECT_EQ(open.rows, 3);
    EXPECT_EQ(text("y.jsonl").find("example.org"), std::string::npos);
}

TEST_F(Export, IdenticalWarnsAndExcludesOnlyWhenNamed) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "response of a");
    correct("b", "gold");
    auto report = ran({}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 2);
    EXPECT_EQ(report.warned.at("identical"), 1);
    report = ran({.exclude = {"identical"}}, file("y.jsonl"));
    EXPECT_EQ(report.rows, 1);
    EXPECT_EQ(report.excluded.at("identical"), 1);
    EXPECT_EQ(report.excludedIds.at("identical"), std::vector<std::string>{"a"});
    EXPECT_FALSE(report.warned.contains("identical"));
    EXPECT_EQ(run({.exclude = {"double"}}, file("z.jsonl")).error().code, ErrorCode::usage);
}

TEST_F(Export, PreviewIsTheBeginningOfTheBatch) {
    LogEntry leak = tagged("a", {"t"});
    leak.prompt = "write to ann@example.org, 不要转义"; // redacted in the preview too
    m_store.add({leak, tagged("b", {"t"}), tagged("c", {"t"}), tagged("open", {"t"})});
    for (const auto* id : {"a", "b", "c"}) {
        correct(id, std::string("gold ") + id);
    }
    for (const ExportSpec& spec : {ExportSpec{}, ExportSpec{.format = Format::log, .filterText = "-id:b"}}) {
        const auto shown = service().preview(spec, 2);
        ASSERT_TRUE(shown);
        ASSERT_EQ(shown->lines.size(), 2U);
        const auto report = ran(spec, file("x.jsonl"));
        EXPECT_TRUE(text("x.jsonl").starts_with(shown->lines[0] + "\n" + shown->lines[1] + "\n"));
        EXPECT_EQ(shown->report.rows, report.rows);
        EXPECT_EQ(shown->report.excluded, report.excluded);
        EXPECT_FALSE(shown->report.batch);
        EXPECT_TRUE(shown->report.files.empty());
    }
    EXPECT_EQ(service().preview({}, 9)->lines.size(), 3U) << "no more than there are";
    EXPECT_EQ(service().preview({.filterText = "nosuch:"}, 1).error().code, ErrorCode::badFilter);
}

TEST_F(Export, SameStoreAndSpecGiveTheSameBytes) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"u"})});
    correct("a", "gold");
    correct("b", "gold");
    for (const std::string folder : {"one", "two"}) {
        std::filesystem::create_directory(file(folder));
        ran({.tags = {"t", "u"}}, file(folder + "/x.jsonl.gz"));
    }
    const auto other = m_store.another();
    ASSERT_TRUE(ExportService(*other, m_redactor, m_clock).run({.tags = {"u", "t"}}, file("three/")));
    EXPECT_EQ(text("one/x.jsonl.gz"), text("two/x.jsonl.gz"));
    EXPECT_EQ(text("one/x.jsonl.manifest.json"), text("two/x.jsonl.manifest.json"));
    EXPECT_EQ(Json::parse(text("three/manifest.json"))["spec"],
              Json::parse(text("one/x.jsonl.manifest.json"))["spec"])
        << "the order of tags is no difference";
    EXPECT_EQ(text("one/x.jsonl.gz").substr(0, 10), std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10))
        << "no time, no system in the gzip header";
    EXPECT_EQ(test::readMaybeGzip(file("one/x.jsonl.gz")), text("three/data/train.jsonl"));
}

TEST_F(Export, ManifestSaysWhatTheBatchIsMadeOf) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "gold");
    const auto report = ran({.filterText = "-\"nowhere\""}, file("x.jsonl"));
    const std::string manifest = text("x.jsonl.manifest.json");
    const auto json = Json::parse(manifest);
    EXPECT_EQ(json["spec"]["filter"], "-\"nowhere\"");
    EXPECT_FALSE(json["spec"].contains("filter_left_out"));
    EXPECT_EQ(json["rules_hash"], m_redactor.rulesHash());
    EXPECT_EQ(json["policy"]["low_confidence_logprob"], "-3.0");
    EXPECT_EQ(json["excluded"]["no_correction"], 1);
    EXPECT_EQ(json["request_ids"], Json{"a"});
    EXPECT_EQ(json["files"][0]["path"], "x.jsonl");
    EXPECT_EQ(json["files"][0]["sha256"], report.files.at(0).sha256);
    EXPECT_EQ(manifest.find(m_dir.path()), std::string::npos) << "no machine path";
    EXPECT_EQ(manifest.find("2025-07"), std::string::npos) << "no clock";
    EXPECT_EQ(m_store.query("SELECT path FROM export_batches"), file("x.jsonl"));
    EXPECT_EQ(m_store.query("SELECT sha256 FROM export_batches"), report.files.at(0).sha256);
}

TEST_F(Export, FilterWithPiiIsKeptNowhere) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "gold");
    for (const std::string filter : {"-\"eve@example.org\"", "-/eve@example\\.org/"}) {
        const auto report = ran({.filterText = filter}, file("x.jsonl"));
        EXPECT_EQ(report.rows, 1) << "it narrows all the same";
        EXPECT_TRUE(report.filterLeftOut);
        const auto spec = Json::parse(text("x.jsonl.manifest.json"))["spec"];
        EXPECT_EQ(spec["filter"], "");
        EXPECT_TRUE(spec.value("filter_left_out", false));
        EXPECT_EQ(m_store.query("SELECT count(*) FROM export_batch WHERE spec LIKE '%eve%'"), "0");
    }
    const auto kept = exporting::specFromText(m_store.store().exports().batches()->back().specText);
    ASSERT_TRUE(kept);
    EXPECT_EQ(ExportService(m_store.store(), m_redactor, m_clock).run(*kept, file("y.jsonl")).error().code,
              ErrorCode::refused)
        << "without its filter the same batch would be another one";
    EXPECT_EQ(batchCount(), "2");
}

TEST_F(Export, FolderHoldsDataManifestAndCard) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    const auto report = ran({}, file("out/"));
    EXPECT_EQ(listing(), "out out/README.md out/data out/data/train.jsonl out/manifest.json");
    EXPECT_EQ(report.files.at(0).path, file("out/data/train.jsonl"));
    EXPECT_TRUE(text("out/README.md").starts_with("---\nlicense: unknown\n"));
    EXPECT_NE(text("out/README.md").find("  - split: train\n    path: data/train.jsonl\n---\n"),
              std::string::npos);
    ran({}, file("out/"));
    EXPECT_EQ(batchCount(), "2");
}

TEST_F(Export, LogComesBackAsItWentOut) {
    LogEntry full = tagged("a", {"a,b", "t"});
    full.ts = parseTimestamp("2025-06-12T03:04:05.678901");
    full.latencyMs = 12;
    full.userIdHash = "0123456789abcdef";
    full.responseLogprob = -3.0000001;
    full.messages = R"([{"role":"user","content":"x"},{"role":"user","content":"prompt of a"}])";
    full.output = R"({"role":"assistant","content":null,"tool_calls":[{"n":1.50}]})";
    full.tools = R"([{"address":"kept, a parameter's name"}])";
    full.feedback = R"([{"score":1e400}])";
    full.meta = R"({"extra":{"/z":[1,2.0]}})";
    m_store.add({full, entry("b")});
    correct("b", "gold");
    const auto report = ran({.format = Format::log}, file("x.jsonl"));
    EXPECT_EQ(report.rows, 2) << "corrected or not";
    EXPECT_EQ(
        text("x.jsonl"),
        R"({"request_id":"a","ts":"2025-06-12T03:04:05.678901","model_version":"m1","prompt":"prompt of a",)"
        R"("response":"response of a","latency_ms":12,"user_id_hash":"0123456789abcdef",)"
        R"("response_logprob":-3.0000001,"tags":["a,b","t"],)"
        R"("messages":[{"role":"user","content":"x"},{"role":"user","content":"prompt of a"}],)"
        R"("output":{"role":"assistant","content":null,"tool_calls":[{"n":1.50}]},)"
        R"("tools":[{"address":"kept, a parameter's name"}],"feedback":[{"score":1e400}],)"
        R"("meta":{"extra":{"/z":[1,2.0]}}})"
        "\n"
        R"({"request_id":"b","ts":"2025-06-12T09:00:00","model_version":"m1","prompt":"prompt of b",)"
        R"("response":"response of b","latency_ms":null,"user_id_hash":null,"response_logprob":-1.0,"tags":[]})"
        "\n");
    EXPECT_EQ(ran({.format = Format::log, .tags = {"t"}}, file("y.jsonl")).rows, 1);
    EXPECT_EQ(ran({.format = Format::log, .tags = {"t"}, .filterText = "id:b"}, file("y.jsonl")).rows, 0);
    EXPECT_FALSE(Json::parse(text("x.jsonl.manifest.json")).contains("request_ids"));
}

} // namespace
} // namespace goldpan::exporting
