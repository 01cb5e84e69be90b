// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Desk: a folder with one store and its logs, worked on by real processes; looks into the store through
// SQLite itself, as any other program may. Test support, one thread.
#pragma once

#include "tests/process/support/child.h"
#include "tests/support/temp_dir.h"

namespace goldpan::test {

class Desk {
public:
    /// An invented log of `rows` rows, about 1.2 KB each; other seeds have other request ids.
    static std::string logText(int rows, std::uint64_t seed);
    /// Writes such a log and answers its path.
    std::string writeLog(const std::string& name, int rows, std::uint64_t seed) const;

    /// A run with `--json`, to its end.
    static ChildEnd run(std::vector<std::string> args, std::optional<std::uint64_t> maxFileBytes = {});
    /// The JSON of a run that must end with exit code 0.
    static nlohmann::json done(const std::vector<std::string>& args);

    /// Through a connection that is closed again; -1 where the store cannot be asked (now).
    [[nodiscard]] std::int64_t number(const std::string& sql) const;
    [[nodiscard]] std::int64_t rows() const { return number("SELECT count(*) FROM log_entries"); }
    [[nodiscard]] std::vector<std::string> texts(const std::string& sql) const;
    [[nodiscard]] std::vector<std::string> files() const; ///< names in the folder, sorted

    /// `check` finds nothing, and nothing of an import that was broken off lies about.
    void expectSound() const;
    /// What the store holds, as a hash: every row with its text and tags in log order.
    [[nodiscard]] std::string contentHash(const std::string& filter = {}) const;

    TempDir dir;
    std::string store = dir.file("s.goldpan");
    std::string part = store + ".part";
};

/// The size of a file, 0 where there is none.
[[nodiscard]] std::uint64_t sizeOf(const std::string& path);

} // namespace goldpan::test
