// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/file_identity.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <map>
#include <optional>
#include <unistd.h>
#include <utility>

namespace goldpan::ingest {
namespace {

using store::FollowedFileRecord;

/// None where the file may not be read; nothing of one that has another name by now.
std::optional<std::string> firstBytes(const RotatedLog& file, std::size_t bytes) {
    const int fd = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return errno == ENOENT ? std::optional(std::string()) : std::nullopt;
    }
    std::string text(bytes, '\0');
    struct stat info {};
    const bool isIt = ::fstat(fd, &info) == 0 && FileState(info).isSameFile(file.state);
    const auto got = isIt ? ::pread(fd, text.data(), bytes, 0) : 0;
    ::close(fd);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return text;
}

bool isHead(const FollowedFileRecord& record, const std::string& text) {
    return static_cast<std::int64_t>(text.size()) == record.headBytes && sha256Hex(text) == record.head;
}

/// The hashes of the beginnings of one file, by their lengths: many records have one length.
using Heads = std::map<std::int64_t, std::optional<std::string>>;

bool beginsAs(const FollowedFileRecord& record, const RotatedLog& file, Heads& heads) {
    if (record.headBytes == 0 || file.state.bytes < std::max(record.headBytes, record.readBytes)) {
        return false;
    }
    auto [head, isNew] = heads.try_emplace(record.headBytes);
    if (isNew) {
        const auto text = firstBytes(file, static_cast<std::size_t>(record.headBytes));
        if (text && std::ssize(*text) == record.headBytes) {
            head->second = sha256Hex(*text);
        }
    }
    return head->second == record.head;
}

/// Of what has no partner yet, those that fit each other and nothing else, by their places.
std::vector<std::pair<std::size_t, std::size_t>> pairs(std::span<const FollowedFileRecord> records,
                                                       std::span<const RotatedLog* const> partners,
                                                       std::span<const RotatedLog* const> files) {
    std::vector<std::pair<std::size_t, std::size_t>> fitting;
    for (std::size_t file = 0; file < files.size(); ++file) {
        Heads heads;
        for (std::size_t record = 0; record < records.size(); ++record) {
            if (partners[record] == nullptr && beginsAs(records[record], *files[file], heads)) {
                fitting.emplace_back(record, file);
            }
        }
    }
    const auto isOnly = [&](const auto& pair) {
        return std::ranges::count_if(fitting, [&](const auto& other) {
                   return other.first == pair.first || other.second == pair.second;
               }) == 1;
    };
    std::vector<std::pair<std::size_t, std::size_t>> only;
    std::ranges::copy_if(fitting, std::back_inserter(only), isOnly);
    return only;
}

} // namespace

std::string headOf(const RotatedLog& file) {
    const auto bytes = std::min(kHeadBytes, static_cast<std::size_t>(file.state.bytes));
    auto text = firstBytes(file, bytes).value_or("");
    if (const auto end = text.rfind('\n'); end != std::string::npos) {
        text.resize(end + 1);
    } else if (text.size() < kHeadBytes) {
        text.clear(); // a torn line
    }
    return text;
}

FollowedFileRecord recordOf(const FileState& state, std::string_view head, std::string source,
                            std::int64_t readBytes) {
    return {.device = static_cast<std::int64_t>(state.device),
            .inode = static_cast<std::int64_t>(state.inode),
            .headBytes = static_cast<std::int64_t>(head.size()),
            .head = sha256Hex(head),
            .source = std::move(source),
            .readBytes = readBytes};
}

bool isFileOf(const FollowedFileRecord& record, const RotatedLog& file) {
    if (record.device != static_cast<std::int64_t>(file.state.device) ||
        record.inode != static_cast<std::int64_t>(file.state.inode) || file.state.bytes < record.headBytes) {
        return false;
    }
    const auto text = firstBytes(file, static_cast<std::size_t>(record.headBytes));
    return !text || isHead(record, *text);
}

std::vector<const RotatedLog*> filesOf(std::span<const FollowedFileRecord> records,
                                       std::span<const RotatedLog> files) {
    std::vector<const RotatedLog*> found;
    for (const auto& record : records) {
        const auto file = std::ranges::find_if(files, [&](const auto& one) { return isFileOf(record, one); });
        found.push_back(file == files.end() ? nullptr : &*file);
    }
    std::vector<const RotatedLog*> left; // each file once, also where it was listed by two names
    for (const auto& file : files) {
        const auto isIt = [&](const RotatedLog* one) {
            return one != nullptr && one->state.isSameFile(file.state);
        };
        if (std::ranges::none_of(found, isIt) && std::ranges::none_of(left, isIt)) {
            left.push_back(&file);
        }
    }
    for (const auto& [record, file] : pairs(records, found, left)) {
        found[record] = left[file];
    }
    return found;
}

} // namespace goldpan::ingest
