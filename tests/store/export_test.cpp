// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/export_service.h"

#include "core/base/files.h"
#include "tests/store/support/store_builder.h"
#include "tests/support/as_nobody.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using test::entry;
using Json = nlohmann::ordered_json;

class FixedClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return *parseTimestamp("2025-07-01T12:00:00Z"); }
};

LogEntry tagged(std::string_view id, std::vector<std::string> tags) {
    LogEntry out = entry(id);
    out.tags = std::move(tags);
    return out;
}

class Export : public testing::Test {
protected:
    void correct(std::string_view id, std::string text, bool pii = false) {
        const Correction correction{
            .text = std::move(text), .operatorName = "ann", .createdAt = {1}, .updatedAt = {1}, .pii = pii};
        ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& transaction) {
            return transaction.setDecision(m_store.row(id), ReviewState::corrected, correction);
        }));
    }

    Result<ExportReport> run(const ExportSpec& spec, const std::string& out) {
        return ExportService(m_store.store(), m_redactor, m_clock).run(spec, out);
    }

    ExportReport ran(const ExportSpec& spec, const std::string& out) {
        auto report = run(spec, out);
        EXPECT_TRUE(report) << (report ? "" : report.error().message + " " + report.error().where);
        return report.value_or(ExportReport{});
    }

    [[nodiscard]] std::string file(std::string_view name) const { return m_dir.file(name); }
    [[nodiscard]] std::string text(std::string_view name) const { return m_dir.read(name); }
    /// Names in the folder, so that nothing half-done hides there.
    [[nodiscard]] std::string listing() const {
        std::vector<std::string> names;
        for (const auto& item : std::filesystem::recursive_directory_iterator(m_dir.path())) {
            names.push_back(std::filesystem::relative(item.path(), m_dir.path()).string());
        }
        std::ranges::sort(names);
        std::string out;
        for (const auto& name : names) {
            out += (out.empty() ? "" : " ") + name;
        }
        return out;
    }
    std::string batchCount() { return m_store.query("SELECT count(*) FROM export_batches"); }

    test::TempDir m_dir;
    test::StoreBuilder m_store;
    redact::Redactor m_redactor;
    FixedClock m_clock;
};

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
    EXPECT_EQ(ran({.tags = {"t1"}, .filterText = "id:b"}, file("y.jsonl")).rows, 0)
        << "a filter narrows further";
    EXPECT_EQ(text("y.jsonl"), "") << "no rows is a batch too";
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
    EXPECT_TRUE(report.warned.empty());
    EXPECT_EQ(run({.exclude = {"duplicate"}}, file("z.jsonl")).error().code, ErrorCode::usage);
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
    const auto report = ran({.filterText = "-\"eve@example.org\""}, file("x.jsonl"));
    const std::string manifest = text("x.jsonl.manifest.json");
    const auto json = Json::parse(manifest);
    EXPECT_EQ(json["spec"]["filter"], "-\"[EMAIL]\"");
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

TEST_F(Export, DryRunCountsTheSameAndWritesNothing) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "response of a");
    const auto dry = ExportService(m_store.store(), m_redactor, m_clock).dryRun({});
    ASSERT_TRUE(dry);
    EXPECT_EQ(listing(), "");
    EXPECT_EQ(batchCount(), "0");
    const auto real = ran({}, file("x.jsonl"));
    EXPECT_EQ(dry->rows, real.rows);
    EXPECT_EQ(dry->excluded, real.excluded);
    EXPECT_EQ(dry->warned, real.warned);
    EXPECT_FALSE(dry->batch);
}

TEST_F(Export, FailureLeavesTheOldFilesAndNoBatch) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    m_dir.write("x.jsonl", "old data");
    m_dir.write("x.jsonl.manifest.json", "old manifest");
    const std::string before = listing();
    const auto unchanged = [&] {
        return text("x.jsonl") == "old data" && text("x.jsonl.manifest.json") == "old manifest" &&
               listing() == before && batchCount() == "0";
    };
    EXPECT_EQ(run({.filterText = "foo:bar"}, file("x.jsonl")).error().code, ErrorCode::badFilter);
    EXPECT_TRUE(unchanged());
    EXPECT_EQ(run({.filterText = "foo:bar"}, file("new/")).error().code, ErrorCode::badFilter);
    EXPECT_TRUE(unchanged()) << "the folder it made is gone again";
    std::stop_source stop;
    stop.request_stop();
    const auto stopped =
        ExportService(m_store.store(), m_redactor, m_clock).run({}, file("x.jsonl"), {}, stop.get_token());
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_TRUE(unchanged());
    EXPECT_EQ(run({}, file("none/x.jsonl")).error().code, ErrorCode::notFound);
    EXPECT_EQ(run({}, m_dir.path()).error().code, ErrorCode::unwritable);
    EXPECT_TRUE(unchanged());
}

TEST_F(Export, ManifestThatCannotBeWrittenStopsTheData) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    m_dir.write("x.jsonl", "old data");
    std::filesystem::create_directory(file("x.jsonl.manifest.json"));
    EXPECT_EQ(run({}, file("x.jsonl")).error().code, ErrorCode::unwritable);
    EXPECT_EQ(text("x.jsonl"), "old data");
    EXPECT_EQ(listing(), "x.jsonl x.jsonl.manifest.json");
    EXPECT_EQ(batchCount(), "0");
}

TEST_F(Export, BusyStoreLeavesTheOldFiles) {
    m_store.add({tagged("a", {"t"})});
    correct("a", "gold");
    m_dir.write("x.jsonl", "old data");
    const auto other = m_store.another();
    ASSERT_TRUE(other->writes().transact([&](store::WriteTransaction&) -> Result<void> {
        EXPECT_EQ(run({}, file("x.jsonl")).error().code, ErrorCode::busy);
        return {};
    }));
    EXPECT_EQ(text("x.jsonl"), "old data");
    EXPECT_EQ(listing(), "x.jsonl");
}

TEST_F(Export, UnwritableFolderIsAnError) {
    m_store.add({tagged("a", {"t"})});
    std::filesystem::create_directory(file("locked"));
    std::filesystem::permissions(file("locked"), std::filesystem::perms{0555});
    const auto done = test::asNobody(m_dir.path(), [&] { return run({}, file("locked/x.jsonl")); });
    EXPECT_EQ(done.error().code, ErrorCode::unwritable);
    std::filesystem::permissions(file("locked"), std::filesystem::perms::owner_all);
}

TEST_F(Export, VerifyProvesABatchAndFindsDamage) {
    m_store.add({tagged("a", {"t"}), tagged("b", {"t"})});
    correct("a", "gold");
    correct("b", "gold");
    ran({}, file("x.jsonl"));
    ran({}, file("y.jsonl.gz"));
    ran({}, file("out/"));
    const auto problems = [&](std::string_view name) {
        const auto report = verifyBatch(file(name));
        EXPECT_TRUE(report) << name;
        return report ? report->problems : std::vector<std::string>{"no report"};
    };
    for (const auto* name : {"x.jsonl", "x.jsonl.manifest.json", "y.jsonl.gz", "out/", "out",
                             "out/manifest.json", "out/data/train.jsonl"}) {
        EXPECT_TRUE(problems(name).empty()) << name;
    }
    std::string damaged = text("x.jsonl");
    damaged[20] = '#';
    m_dir.write("x.jsonl", damaged);
    EXPECT_EQ(problems("x.jsonl"), std::vector<std::string>{"x.jsonl: its SHA-256 is not the manifest's"});
    m_dir.write("y.jsonl.gz", text("y.jsonl.gz").substr(0, 30));
    EXPECT_EQ(problems("y.jsonl.gz").size(), 3U) << "bytes, hash, compression";
    std::filesystem::remove(file("out/data/train.jsonl"));
    EXPECT_EQ(problems("out/").size(), 1U);
    EXPECT_EQ(verifyBatch(file("none.jsonl")).error().code, ErrorCode::notFound);
    m_dir.write("x.jsonl.manifest.json", "{}");
    EXPECT_EQ(verifyBatch(file("x.jsonl")).error().code, ErrorCode::corrupt);
}

TEST_F(Export, VerifyStaysInsideTheFolderOfTheManifest) {
    m_dir.write(
        "x.jsonl.manifest.json",
        R"({"manifest_version":1,"rows":0,"files":[{"path":"../x","rows":0,"bytes":0,"sha256":""}]})");
    const auto report = verifyBatch(file("x.jsonl"));
    ASSERT_TRUE(report);
    EXPECT_EQ(report->problems.at(0), "../x: the manifest names a file outside its folder");
}

} // namespace
} // namespace goldpan::exporting
