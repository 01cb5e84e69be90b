// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WatchDesk: a followed log whose files get other names, and what the store has by these. Test support, one
// thread.
#pragma once

#include "tests/process/support/desk.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace goldpan::test {

inline constexpr double kHealthy = -0.1;
inline constexpr double kLow = -9;

inline std::string row(const std::string& id, double logprob = kHealthy, std::size_t words = 1) {
    std::string prompt;
    for (std::size_t i = 0; i < words; ++i) {
        prompt += "word ";
    }
    const nlohmann::json line = {{"request_id", id},
                                 {"ts", "2026-06-12T03:04:05Z"},
                                 {"model_version", "m"},
                                 {"prompt", prompt},
                                 {"response", "r"},
                                 {"latency_ms", 1},
                                 {"user_id_hash", "00112233445566ff"},
                                 {"response_logprob", logprob},
                                 {"tags", nlohmann::json::array()}};
    return line.dump() + "\n";
}

inline std::string rows(const std::string& ids, int count, double logprob = kHealthy) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += row(ids + std::to_string(i), logprob);
    }
    return text;
}

class WatchDesk : public testing::Test {
protected:
    void append(const std::string& text) const { appendTo(log, text); }
    static void appendTo(const std::string& path, const std::string& text) {
        std::ofstream(path, std::ios::app) << text << std::flush;
    }
    nlohmann::json once() const { return Desk::done({"watch", desk.store, log, "--once"}); }
    nlohmann::json onceKeeping() const {
        return Desk::done({"watch", desk.store, log, "--once", "--keep", "budget"});
    }
    void rename(const std::string& from, const std::string& to) const {
        std::filesystem::rename(log + from, log + to);
    }
    [[nodiscard]] std::vector<std::string> badLines() const {
        return desk.texts("SELECT replace(source, '" + log +
                          "', '') || ':' || line FROM quarantine"
                          " ORDER BY source, line");
    }
    [[nodiscard]] std::int64_t accounted() const {
        return desk.number("SELECT sum(low_confidence + flagged + drift_window + sampled + kept_before"
                           " + sampled_out) FROM sampling_source");
    }

    Desk desk;
    std::string log = desk.dir.file("live.jsonl");
};

} // namespace goldpan::test
