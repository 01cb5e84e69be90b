// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/import_job.h"
#include "core/sampling/reservoir.h"
#include "core/store/store.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <set>
#include <thread>
#include <unistd.h>

namespace goldpan::ingest {
namespace {

/// Remembers what it is given; the rest of a store is not there.
class FakeStore final : public store::Store, public store::Importer {
public:
    struct Source {
        std::string name;
        std::vector<std::string> ids;
        std::vector<std::int64_t> lines;
        std::vector<std::string> quarantine; ///< "line reason"
        bool finished = false;
    };

    std::vector<Source> sources;
    std::set<std::string> known;
    std::vector<std::string> counted; ///< for a reservoir
    std::thread::id thread = std::this_thread::get_id();
    std::function<Result<void>()> onAdd; ///< called before each add()

    Result<std::unique_ptr<store::ImportSession>> begin(std::string_view source, std::string_view,
                                                        const store::Keeping&) override {
        sources.push_back({.name = std::string(source)});
        return std::make_unique<Session>(*this);
    }

    Result<void> countHealthy(std::span<const store::ImportRow> rows,
                              sampling::Reservoir& reservoir) override {
        for (const auto& row : rows) {
            reservoir.add(sampling::hourOf(row.entry.ts), row.keyHash);
            counted.push_back(row.entry.requestId);
        }
        return {};
    }
    Result<void> settle(sampling::Reservoir& reservoir) override {
        EXPECT_TRUE(sources.empty()) << "counted before anything is stored";
        reservoir.settle();
        return {};
    }

    store::Importer& importer() override { return *this; }
    store::EntryReader& entries() override { std::abort(); }
    store::QueueReader& queue() override { std::abort(); }
    store::WriteGate& writes() override { std::abort(); }
    store::EventReader& events() override { std::abort(); }
    store::ExportReader& exports() override { std::abort(); }
    store::SavedQueues& savedQueues() override { std::abort(); }
    store::Ledger& ledger() override { std::abort(); }
    store::Upkeep& upkeep() override { std::abort(); }
    store::SearchIndex& searchIndex() override { std::abort(); }
    store::TimelineReader& timeline() override { std::abort(); }
    const std::string& path() const override { return m_path; }
    void interrupt() override {}

private:
    std::string m_path = "nowhere.goldpan";
    class Session final : public store::ImportSession {
    public:
        explicit Session(FakeStore& store)
            : m_store(store) {}

        Result<store::ImportTally> add(std::span<const store::ImportRow> rows) override {
            EXPECT_EQ(std::this_thread::get_id(), m_store.thread) << "the store has one thread";
            if (m_store.onAdd) {
                if (auto allowed = m_store.onAdd(); !allowed) {
                    return std::unexpected(allowed.error());
                }
            }
            store::ImportTally tally;
            for (const auto& row : rows) {
                auto& source = m_store.sources.back();
                ++(m_store.known.insert(row.entry.requestId).second ? tally.stored : tally.duplicate);
                source.ids.push_back(row.entry.requestId);
                source.lines.push_back(row.line);
            }
            return tally;
        }
        Result<void> quarantine(std::span<const store::QuarantinedLine> lines) override {
            for (const auto& line : lines) {
                m_store.sources.back().quarantine.push_back(std::to_string(line.line) + " " + line.reason);
            }
            return {};
        }
        Result<void> finish() override {
            m_store.sources.back().finished = true;
            return {};
        }

    private:
        FakeStore& m_store;
    };
};

std::string row(const std::string& id, const std::string& prompt = "hello") {
    return R"({"request_id":")" + id + R"(","ts":"2025-06-12T03:04:05","model_version":"m","prompt":")" +
           prompt + R"(","response":"r","tags":[]})";
}

std::string rows(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += row("id-" + std::to_string(i)) + "\n";
    }
    return text;
}

class Job : public testing::Test {
protected:
    Result<void> import(const std::vector<std::string>& logs, int jobs = 2) {
        return ImportJob(store, redactor)
            .run({.logs = logs, .jobs = jobs, .operatorName = "ada", .keep = keep}, report, progress,
                 stop.get_token());
    }
    /// `text` through a pipe as standard input.
    Result<void> importPiped(const std::string& text) {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        const int saved = ::dup(STDIN_FILENO);
        ::dup2(ends[0], STDIN_FILENO);
        ::close(ends[0]);
        Result<void> result;
        {
            const std::jthread writer([fd = ends[1], &text] {
                for (std::size_t at = 0; at < text.size();) {
                    at += static_cast<std::size_t>(
                        std::max<ssize_t>(0, ::write(fd, text.data() + at, text.size() - at)));
                }
                ::close(fd);
            });
            result = import({"-"});
        }
        ::dup2(saved, STDIN_FILENO);
        ::close(saved);
        return result;
    }
    void expectSum() const {
        EXPECT_EQ(report.read, report.tally.stored + report.tally.duplicate + report.tally.sampledOut +
                                   report.quarantined);
    }

    test::TempDir dir;
    FakeStore store;
    redact::Redactor redactor;
    sampling::KeepRule keep;
    ImportReport report;
    ProgressFn progress;
    std::stop_source stop;
};

TEST_F(Job, StoresGoodLinesAndQuarantinesTheRest) {
    const auto log =
        dir.write("a.jsonl", "// a comment\n" + row("one", "I am a@example.com") + "\r\n\n   \n{\"torn\":\n" +
                                 row("two", "lone \\ud83d") + "\n" + row("one") + "\n[]\n");
    ASSERT_TRUE(import({log}));
    ASSERT_EQ(store.sources.size(), 1U);
    const auto& source = store.sources.front();
    EXPECT_EQ(source.name, log);
    EXPECT_EQ(source.ids, (std::vector<std::string>{"one", "two", "one"}));
    EXPECT_EQ(source.lines, (std::vector<std::int64_t>{2, 6, 7}));
    EXPECT_EQ(source.quarantine,
              (std::vector<std::string>{"1 not_json: not one JSON object", "5 not_json: not one JSON object",
                                        "8 wrong_type: not a JSON object"}));
    EXPECT_TRUE(source.finished);
    EXPECT_EQ(report.read, 6);
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.tally.duplicate, 1);
    EXPECT_EQ(report.quarantined, 3);
    EXPECT_EQ(report.repaired, 1);
    EXPECT_EQ(report.pending, 0);
    EXPECT_EQ(report.redacted.byType[0], 1);
    EXPECT_TRUE(report.complete);
    expectSum();
}

TEST_F(Job, KeepsFileOrderOverManyBlocks) {
    constexpr int kRows = 40'000; // 4 MB: several blocks for several threads
    ASSERT_TRUE(import({dir.write("a.jsonl", rows(kRows))}, 4));
    const auto& source = store.sources.front();
    ASSERT_EQ(source.ids.size(), std::size_t{kRows});
    for (int i = 0; i < kRows; ++i) {
        ASSERT_EQ(source.ids[static_cast<std::size_t>(i)], "id-" + std::to_string(i));
        ASSERT_EQ(source.lines[static_cast<std::size_t>(i)], i + 1);
    }
}

TEST_F(Job, ReadsSeveralLogsOneAfterTheOther) {
    const auto first = dir.write("a.jsonl", row("one") + "\n");
    const auto second = dir.writeGzip("b.jsonl", row("two") + "\n" + row("one") + "\n");
    ASSERT_TRUE(import({first, second}));
    ASSERT_EQ(store.sources.size(), 2U);
    EXPECT_EQ(store.sources[1].name, second);
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.tally.duplicate, 1);
}

TEST_F(Job, LeavesATornLastLineForLater) {
    const auto torn = row("two").substr(0, 50);
    ASSERT_TRUE(import({dir.write("a.jsonl", row("one") + "\n" + torn)}));
    EXPECT_EQ(report.pending, 1);
    EXPECT_EQ(report.read, 1);
    EXPECT_TRUE(store.sources.back().quarantine.empty());

    ASSERT_TRUE(import({dir.writeGzip("a.gz", row("one") + "\n" + torn)}));
    EXPECT_EQ(report.pending, 0);
    EXPECT_EQ(report.quarantined, 1);

    ASSERT_TRUE(import({dir.write("b.jsonl", row("one") + "\n" + row("two"))}));
    EXPECT_EQ(report.tally.stored, 1) << "whole without a line feed";
    ASSERT_TRUE(import({dir.write("c.jsonl", row("one") + "\n{\"request_id\":7}")}));
    EXPECT_EQ(report.quarantined, 1) << "whole, and wrong: it will not get better";
}

TEST_F(Job, RefusesWhatIsNoLog) {
    for (const std::string text :
         {"plain\nwords\n", "[1]\n[2]\n", "no line feed", "\x89PNG\r\n\x1A\n\x00\x01", "{\"a\":\n}\n"}) {
        const auto log = dir.write("bad", text);
        const auto result = import({log});
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, ErrorCode::notJsonl);
        EXPECT_EQ(result.error().where, log);
        EXPECT_TRUE(store.sources.empty()) << "nothing of it reaches the store";
        EXPECT_EQ(report.read, 0);
        EXPECT_FALSE(report.complete);
    }
    ASSERT_TRUE(import({dir.write("objects", "{\"no\":\"row\"}\n")})) << "JSONL all the same";
    EXPECT_EQ(report.quarantined, 1);
}

TEST_F(Job, TakesEmptyLogs) {
    for (const std::string text : {"", "\n", " \t\r\n\n  "}) {
        ASSERT_TRUE(import({dir.write("empty", text)}));
        EXPECT_EQ(report.read, 0);
        EXPECT_EQ(report.pending, 0);
        EXPECT_TRUE(report.complete);
    }
}

TEST_F(Job, RefusesMissingLogsBeforeItStoresAnything) {
    const auto good = dir.write("a.jsonl", rows(3));
    EXPECT_EQ(import({good, dir.file("none")}).error().code, ErrorCode::notFound);
    EXPECT_EQ(import({good, dir.path()}).error().code, ErrorCode::unreadable);
    EXPECT_EQ(import({}).error().code, ErrorCode::usage);
    EXPECT_TRUE(store.sources.empty());
}

TEST_F(Job, KeepsWhatATornGzipHolds) {
    std::string text;
    for (int i = 0; i < 30'000; ++i) {
        text += row(std::to_string(i * 7919), std::to_string(i * 31337)) + "\n";
    }
    dir.writeGzip("whole.gz", text);
    const auto packed = dir.read("whole.gz");
    const auto torn = dir.write("torn.gz", packed.substr(0, packed.size() / 2));
    const auto result = import({torn});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::unreadable);
    EXPECT_EQ(result.error().where, torn);
    EXPECT_GT(report.tally.stored, 5'000);
    EXPECT_EQ(report.quarantined, 0) << "the line at the tear is not a bad line";
    EXPECT_FALSE(report.complete);
    EXPECT_TRUE(store.sources.back().finished);
    expectSum();
}

TEST_F(Job, ReadsStandardInput) {
    EXPECT_TRUE(importPiped(rows(5'000)));
    EXPECT_EQ(store.sources.back().name, "-");
    EXPECT_EQ(report.tally.stored, 5'000);
}

TEST_F(Job, AReservoirCountsEveryLogBeforeTheFirstIsStored) {
    keep = {.kind = sampling::KeepRule::Kind::reservoir, .perHour = 2};
    const auto a = dir.write("a.jsonl", row("one") + "\nbad\n" + row("two") + "\n");
    const auto b = dir.write("b.jsonl", row("three") + "\n");
    std::vector<Progress> told;
    progress = [&](const Progress& at) { told.push_back(at); };
    ASSERT_TRUE(import({a, b}));
    EXPECT_EQ(store.counted, (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_EQ(report.tally.stored, 3);
    EXPECT_EQ(report.quarantined, 1) << "once";
    EXPECT_EQ(told.back().done, told.back().total) << "both passes are told";
}

TEST_F(Job, AReservoirHoldsWhatCannotBeReadTwice) {
    keep = {.kind = sampling::KeepRule::Kind::reservoir, .perHour = 2};
    EXPECT_TRUE(importPiped(rows(5'000) + "bad\n"));
    EXPECT_EQ(store.counted.size(), 5'000U);
    EXPECT_EQ(report.tally.stored, 5'000);
    EXPECT_EQ(report.quarantined, 1);
    EXPECT_EQ(store.sources.back().ids, store.counted);
}

TEST_F(Job, StopsInTheMiddle) {
    const auto log = dir.write("a.jsonl", rows(60'000));
    store.onAdd = [this]() -> Result<void> {
        stop.request_stop();
        return {};
    };
    const auto result = import({log});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::cancelled);
    EXPECT_FALSE(report.complete);
    EXPECT_GT(report.tally.stored, 0);
    EXPECT_LT(report.tally.stored, 60'000);
    EXPECT_EQ(std::ssize(store.known), report.tally.stored);
    expectSum();
}

TEST_F(Job, StopsBeforeItBegins) {
    stop.request_stop();
    EXPECT_EQ(import({dir.write("a.jsonl", rows(3))}).error().code, ErrorCode::cancelled);
    EXPECT_TRUE(store.sources.empty());
}

TEST_F(Job, HandsOnWhatTheStoreSays) {
    store.onAdd = [this]() -> Result<void> {
        return store.known.empty() ? Result<void>() : fail(ErrorCode::diskFull, "no space");
    };
    const auto result = import({dir.write("a.jsonl", rows(60'000))});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::diskFull);
    EXPECT_EQ(std::ssize(store.known), report.tally.stored);
    EXPECT_FALSE(store.sources.back().finished);
}

TEST_F(Job, TellsItsProgressInBytes) {
    const auto first = dir.write("a.jsonl", rows(100));
    const auto second = dir.writeGzip("b.gz", rows(200));
    std::vector<Progress> told;
    progress = [&](const Progress& at) { told.push_back(at); };
    ASSERT_TRUE(import({first, second}));
    const auto total = static_cast<std::int64_t>(dir.read("a.jsonl").size() + dir.read("b.gz").size());
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().done, total);
    EXPECT_EQ(told.back().total, total);
    EXPECT_EQ(told.back().rows, 300);
    EXPECT_TRUE(std::ranges::is_sorted(told, {}, &Progress::done));
}

} // namespace
} // namespace goldpan::ingest
