// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CliRunner: runs verbs in-process in a folder of its own, with captured streams and a clock that moves a
// second each time it is read. Test support.
#pragma once

#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::test {

struct CliRun {
    int exit = -1;
    std::string out;
    std::string err;

    /// The one JSON line of standard output.
    [[nodiscard]] nlohmann::ordered_json json() const;
    /// Each line of standard output.
    [[nodiscard]] std::vector<nlohmann::ordered_json> lines() const;
    /// The code of the JSON error on standard error, "" where there is none.
    [[nodiscard]] std::string errorCode() const;
    /// The keys of the one JSON line, in their order, separated by spaces.
    [[nodiscard]] std::string keys() const;
};

class CliRunner {
public:
    CliRun run(const std::vector<std::string>& args, const std::string& input = {});
    /// `run` with `--json` added.
    CliRun json(std::vector<std::string> args, const std::string& input = {});
    /// One field of a JSON run that must end with exit code 0.
    std::int64_t count(const std::vector<std::string>& args, const std::string& field);

    TempDir dir;
    std::string store = dir.file("s.goldpan");
    bool terminal = false;
    std::stop_source stop;

private:
    std::atomic<std::int64_t> m_seconds = 1'750'000'000; ///< 2025-06-15
};

/// Rows `r1` to `rN`, a minute apart from 2025-06-12T00:00, in the lesson's shape. Every third row has the
/// logprob -4, the others -0.5; the response of row i is "answer i".
[[nodiscard]] std::string miniLog(int rows);

} // namespace goldpan::test
