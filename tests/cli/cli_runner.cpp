// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include "app/cli/run_cli.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace goldpan::test {
namespace {

struct TickingClock final : Clock {
    explicit TickingClock(std::atomic<std::int64_t>& seconds)
        : m_seconds(seconds) {}
    [[nodiscard]] Timestamp now() const override { return {++m_seconds * 1'000'000}; }
    std::atomic<std::int64_t>& m_seconds;
};

} // namespace

nlohmann::ordered_json CliRun::json() const {
    EXPECT_EQ(std::ranges::count(out, '\n'), 1) << out;
    return nlohmann::ordered_json::parse(out, nullptr, false);
}

std::vector<nlohmann::ordered_json> CliRun::lines() const {
    std::vector<nlohmann::ordered_json> found;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) {
        found.push_back(nlohmann::ordered_json::parse(line, nullptr, false));
    }
    return found;
}

std::string CliRun::errorCode() const {
    const auto error = nlohmann::ordered_json::parse(err, nullptr, false);
    return error.is_object() && error.contains("error") ? error["error"]["code"].get<std::string>() : "";
}

std::string CliRun::keys() const {
    std::string names;
    const auto object = json();
    for (const auto& [key, value] : object.items()) {
        names += (names.empty() ? "" : " ") + key;
    }
    return names;
}

CliRun CliRunner::run(const std::vector<std::string>& args, const std::string& input) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const TickingClock clock(m_seconds);
    cli::Io io{in, out, err, clock, terminal, stop.get_token()};
    const int exit = cli::runCli(args, io);
    return {exit, out.str(), err.str()};
}

CliRun CliRunner::json(std::vector<std::string> args, const std::string& input) {
    args.insert(args.begin() + 1, "--json");
    return run(args, input);
}

std::int64_t CliRunner::count(const std::vector<std::string>& args, const std::string& field) {
    const auto done = json(args);
    EXPECT_EQ(done.exit, 0) << done.err;
    return done.exit == 0 ? done.json().value(field, std::int64_t{-1}) : -1;
}

std::string miniLog(int rows) {
    std::string log;
    for (int i = 1; i <= rows; ++i) {
        const int minute = i - 1;
        char line[512];
        std::snprintf(line, sizeof line,
                      R"({"request_id":"r%d","ts":"2025-06-12T%02d:%02d:00","model_version":"v%d",)"
                      R"("prompt":"question %d","response":"answer %d","latency_ms":%d,)"
                      R"("user_id_hash":"%016x","response_logprob":%s,"tags":[]})"
                      "\n",
                      i, minute / 60, minute % 60, i % 2 + 1, i, i, 100 * i, static_cast<unsigned>(i),
                      i % 3 == 0 ? "-4.0" : "-0.5");
        log += line;
    }
    return log;
}

} // namespace goldpan::test
