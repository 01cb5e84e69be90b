// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/rotated_logs.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <tuple>
#include <utility>

namespace goldpan::ingest {
namespace {

namespace fs = std::filesystem;

/// `.1`, `-20250612`, `_2025-06-12_03`, `-20250612T030405Z-001`.
bool isMark(std::string_view text) {
    return !text.empty() && std::string_view("._-").contains(text.front()) &&
           text.find_first_not_of("0123456789._-:+TZ") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

/// `-20250612T030405Z-001`: what a log writer puts before the extension. A date alone is the name of another
/// program's log of that day.
bool isWritersMark(std::string_view mark) {
    constexpr std::string_view kShape = "-00000000T000000Z-000";
    return mark.size() >= kShape.size() &&
           std::ranges::equal(
               mark.substr(0, kShape.size()), kShape,
               [](char c, char shape) { return shape == '0' ? c >= '0' && c <= '9' : c == shape; }) &&
           mark.find_first_not_of("0123456789", kShape.size()) == std::string_view::npos;
}

} // namespace

bool isRotatedName(std::string_view name, std::string_view logName) {
    if (name.starts_with(logName)) {
        return isMark(name.substr(logName.size()));
    }
    const auto dot = logName.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return false;
    }
    const auto stem = logName.substr(0, dot);
    const auto extension = logName.substr(dot);
    if (name.size() <= logName.size() || !name.starts_with(stem) || !name.ends_with(extension)) {
        return false;
    }
    const auto mark = name.substr(stem.size(), name.size() - logName.size());
    return isMark(mark) && (mark.starts_with('.') || isWritersMark(mark));
}

RotatedLogs::RotatedLogs(const std::string& log) {
    const auto path = fs::path(log);
    m_folder = path.has_parent_path() ? path.parent_path().string() : ".";
    m_name = path.filename().string();
}

std::optional<std::vector<RotatedLog>> RotatedLogs::all() const {
    std::vector<RotatedLog> found;
    std::error_code problem;
    for (fs::directory_iterator item(m_folder, problem), end; !problem && item != end;
         item.increment(problem)) {
        const auto path = item->path().string();
        struct stat info {};
        if (!isRotatedName(item->path().filename().string(), m_name) || ::lstat(path.c_str(), &info) != 0 ||
            !S_ISREG(info.st_mode)) {
            continue;
        }
        found.push_back({path, FileState(info)});
    }
    if (problem) {
        return std::nullopt;
    }
    return found;
}

std::optional<std::vector<RotatedLog>> RotatedLogs::withTheLog() const {
    auto found = all();
    if (!found) {
        return std::nullopt;
    }
    const auto path = (fs::path(m_folder) / m_name).string();
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0) {
        found->push_back({path, FileState(info)});
    } else if (errno != ENOENT) {
        return std::nullopt;
    }
    return found;
}

std::vector<RotatedLog> RotatedLogs::unknown() {
    std::vector<RotatedLog> found;
    std::vector<FileState> known; // without those that are gone
    auto there = all().value_or(std::vector<RotatedLog>());
    for (auto& log : there) {
        if (std::ranges::find(m_known, log.state) != m_known.end()) {
            known.push_back(log.state);
        } else {
            found.push_back(std::move(log));
        }
    }
    m_known = std::move(known);
    std::ranges::sort(found, {}, [](const RotatedLog& log) {
        return std::tuple<std::int64_t, const std::string&>(log.state.writtenNanos, log.path);
    });
    return found;
}

} // namespace goldpan::ingest
