// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Child: one run of the built goldpan-cli as a process of its own. Owned by the test, one thread (feed may
// run on another); a child that is still there when the object goes is killed. Test support.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace goldpan::test {

/// The path of the built goldpan-cli.
[[nodiscard]] std::string cliProgram();

struct ChildEnd {
    int exit = -1;              ///< -1 where a signal ended it
    int signal = 0;             ///< 0 where it ended by itself
    std::int64_t peakBytes = 0; ///< of memory; at least what this process had when it was started
    double cpuSeconds = 0;      ///< of the processor, its own and the system's for it
    std::string out;
    std::string err;

    /// The one JSON line of standard output; null where there is none.
    [[nodiscard]] nlohmann::json json() const;
    /// The code of the JSON error on standard error, "" where there is none.
    [[nodiscard]] std::string errorCode() const;
};

struct ChildSetup {
    std::vector<std::string> args;
    std::string output = {}; ///< file or device for standard output; empty: kept for ChildEnd
    bool pipedInput = false; ///< standard input is what feed() gives, else empty
    bool pipedOutput = false;
    /// No file may grow past so many bytes, and a write that would is refused as on a full disk.
    std::optional<std::uint64_t> maxFileBytes = {};
};

class Child {
public:
    explicit Child(const ChildSetup& setup);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void kill(int signal) const;
    [[nodiscard]] bool hasEnded();
    /// Waits for the end; a child that does not come to one is a failure of the test.
    ChildEnd end();

    /// Blocks until the child's pipe has taken it; false where the child no longer reads.
    bool feed(std::string_view text) const;
    void closeInput();
    /// From a piped standard output, up to the line feed or the end.
    [[nodiscard]] std::string readLine() const;
    void closeOutput();

private:
    pid_t m_pid = -1;
    std::optional<int> m_status;
    std::int64_t m_peakBytes = 0;
    double m_cpuSeconds = 0;
    int m_input = -1;  ///< our end of its pipe
    int m_output = -1; ///< our end of its pipe
    int m_out = -1;
    int m_err = -1;
};

/// Polls until `condition` holds; false after a time that is far beyond what any test needs.
[[nodiscard]] bool waitUntil(const std::function<bool()>& condition);

} // namespace goldpan::test
