// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogDesk: a folder for a log, a clock that stands until it is set, and entries to write. Test support.
#pragma once

#include "core/base/clock.h"
#include "core/domain/log_entry.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace goldpan::test {

class StandingClock final : public Clock {
public:
    [[nodiscard]] Timestamp now() const override { return {m_micros}; }
    void set(const char* time) { m_micros = parseTimestamp(time)->micros; }
    void add(std::int64_t micros) { m_micros += micros; }

private:
    std::atomic<std::int64_t> m_micros = parseTimestamp("2025-06-12T03:04:05")->micros;
};

/// No file of this process may grow past so many bytes while it lives, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

/// This process may open no file while it lives.
class NoMoreFiles {
public:
    NoMoreFiles() {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit limit{0, m_before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~NoMoreFiles() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    NoMoreFiles(const NoMoreFiles&) = delete;
    NoMoreFiles& operator=(const NoMoreFiles&) = delete;

private:
    rlimit m_before{};
};

class LogDesk {
public:
    /// Names of the logs in the folder, the finished ones first.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& item : std::filesystem::directory_iterator(folder)) {
            if (item.path().extension() == ".jsonl") {
                found.push_back(item.path().filename());
            }
        }
        std::ranges::sort(found); // '-' comes before '.'
        return found;
    }
    [[nodiscard]] std::string read(const std::string& name) const { return dir.read("log/" + name); }
    [[nodiscard]] std::string current() const { return read("inference.jsonl"); }
    /// All logs, one after the other.
    [[nodiscard]] std::string all() const {
        std::string text;
        for (const auto& name : names()) {
            text += read(name);
        }
        return text;
    }
    void write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories(folder);
        dir.write("log/" + name, text);
    }

    TempDir dir;
    std::string folder = dir.file("log");
    StandingClock clock;
};

inline LogEntry entryOf(const std::string& id, double logprob = -0.5) {
    return {.requestId = id,
            .ts = Timestamp{1'750'000'000'000'000},
            .modelVersion = "m1",
            .prompt = "hello",
            .response = "hi",
            .responseLogprob = logprob};
}

} // namespace goldpan::test
