// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/process/support/desk.h"

#include "bench/log_maker.h"

#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace goldpan::test {
namespace {

namespace fs = std::filesystem;

} // namespace

std::string Desk::logText(int rows, std::uint64_t seed) {
    bench::LogMaker maker(rows, seed);
    std::string text;
    while (!maker.isDone()) {
        maker.appendRow(text);
    }
    return text;
}

std::string Desk::writeLog(const std::string& name, int rows, std::uint64_t seed) const {
    return dir.write(name, logText(rows, seed));
}

ChildEnd Desk::run(std::vector<std::string> args, std::optional<std::uint64_t> maxFileBytes) {
    args.emplace_back("--json");
    return Child({.args = std::move(args), .maxFileBytes = maxFileBytes}).end();
}

nlohmann::json Desk::done(const std::vector<std::string>& args) {
    const auto end = run(args);
    EXPECT_EQ(end.exit, 0) << args.front() << ": " << end.err;
    return end.json();
}

std::vector<std::string> Desk::texts(const std::string& sql) const {
    std::vector<std::string> found;
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_open_v2(store.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK) {
        while (sqlite3_step(statement) == SQLITE_ROW) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
            found.emplace_back(text == nullptr ? "" : text);
        }
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return found;
}

std::int64_t Desk::number(const std::string& sql) const {
    const auto found = texts(sql);
    return found.empty() || found.front().empty() ? -1 : std::stoll(found.front());
}

std::vector<std::string> Desk::files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(dir.path())) {
        names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
}

void Desk::expectSound() const {
    const auto checked = run({"check", store});
    EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
    EXPECT_EQ(checked.json()["ok"], true);
    for (const auto& name : files()) {
        EXPECT_FALSE(name.contains(".part") || name.contains(".tmp")) << name;
    }
}

std::string Desk::contentHash(const std::string& filter) const {
    const TempDir other;
    const auto copy = other.file("copy.goldpan"); // the store itself stays as it is: an export is an event
    done({"backup", store, copy});
    const auto exported =
        done({"export", copy, "--format", "log", "--out", other.file("all.jsonl"), "--filter", filter});
    return exported["files"][0]["sha256"];
}

std::uint64_t sizeOf(const std::string& path) {
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    return missing ? 0 : size;
}

} // namespace goldpan::test
