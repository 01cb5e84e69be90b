// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// VerbTable: the verbs of one run, and the one that the command line chose. Owned by runCli; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/result.h"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace goldpan::cli {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitNo = 3; ///< the answer is no

/// What a verb does once its options are read; answers the exit code.
using Action = std::function<Result<int>(Io&)>;

class VerbTable {
public:
    explicit VerbTable(CLI::App& root)
        : m_root(root) {}

    /// The parser of a new verb; its `--json` sets `json`, which must live as long as `action`.
    CLI::App& add(const std::string& name, const std::string& description, bool& json, Action action);
    [[nodiscard]] const Action& chosen() const { return m_chosen; }
    [[nodiscard]] bool chosenJson() const { return m_chosenJson; }

private:
    CLI::App& m_root;
    Action m_chosen;
    bool m_chosenJson = false;
};

} // namespace goldpan::cli
