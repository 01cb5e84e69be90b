// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ImportDesk: logs from short literals through an import job into a store that remembers. Test support.
#pragma once

#include "core/ingest/import_job.h"
#include "tests/core/support/fake_store.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <stop_token>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace goldpan::ingest {

inline std::string row(const std::string& id, const std::string& prompt = "hello") {
    return R"({"request_id":")" + id + R"(","ts":"2025-06-12T03:04:05","model_version":"m","prompt":")" +
           prompt + R"(","response":"r","tags":[]})";
}

inline std::string rows(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += row("id-" + std::to_string(i)) + "\n";
    }
    return text;
}

class ImportDesk : public testing::Test {
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
    test::FakeStore store;
    redact::Redactor redactor;
    sampling::KeepRule keep;
    ImportReport report;
    ProgressFn progress;
    std::stop_source stop;
};

} // namespace goldpan::ingest
