// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_memory.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <unistd.h>
#include <utility>

namespace goldpan::ingest {
namespace {

using store::FollowedFileRecord;

/// None where the file cannot be read.
std::optional<std::string> headOf(const std::string& path, std::size_t bytes) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return std::nullopt;
    }
    std::string head(bytes, '\0');
    const auto got = ::pread(fd, head.data(), bytes, 0);
    ::close(fd);
    head.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    return head;
}

bool hasNumberOf(const FollowedFileRecord& record, const FileState& state) {
    return record.device == static_cast<std::int64_t>(state.device) &&
           record.inode == static_cast<std::int64_t>(state.inode);
}

/// One that cannot be read is told by its number alone.
bool isOf(const FollowedFileRecord& record, const RotatedLog& file) {
    if (!hasNumberOf(record, file.state) || file.state.bytes < record.headBytes) {
        return false;
    }
    const auto head = headOf(file.path, static_cast<std::size_t>(record.headBytes));
    return !head || sha256Hex(*head) == record.head;
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

} // namespace

LogMemory::LogMemory(store::Importer& importer, std::string log, SourceOf sourceOf)
    : m_importer(importer)
    , m_log(std::move(log))
    , m_sourceOf(std::move(sourceOf)) {}

Result<void> LogMemory::open(const std::vector<RotatedLog>& there) {
    auto files = m_importer.followedFiles().filesOf(m_log);
    if (!files) {
        return std::unexpected(files.error());
    }
    if (*files) {
        m_files = std::move(**files);
        return {};
    }
    for (const auto& log : there) {
        const auto head = headOf(log.path, std::min<std::size_t>(kHeadBytes, log.state.bytes));
        m_files.push_back(recordOf(log.state, head.value_or(""), m_sourceOf(log.path), log.state.bytes));
    }
    return m_importer.followedFiles().follow(m_log, m_files);
}

Result<void> LogMemory::followNames(const std::vector<RotatedLog>& now,
                                    const std::function<Result<void>()>& before) {
    std::vector<Renaming> renamings;
    std::vector<FollowedFileRecord> kept;
    std::vector<FollowedFileRecord> gone;
    for (auto& record : m_files) {
        const auto file = std::ranges::find_if(now, [&](const auto& one) { return isOf(record, one); });
        const bool isThere = file != now.end();
        auto name =
            isThere ? m_sourceOf(file->path) : record.source + " (gone, " + record.head.substr(0, 8) + ")";
        (isThere ? kept : gone).push_back(record);
        if (name != record.source) {
            (isThere ? kept : gone).back().source = name;
            renamings.push_back({record.source, std::move(name)});
        }
    }
    if (!renamings.empty()) {
        if (auto ready = before(); !ready) {
            return ready;
        }
        if (auto renamed = rename(std::move(renamings)); !renamed) {
            return renamed;
        }
    }
    for (const auto& record : gone) {
        if (auto forgotten = m_importer.followedFiles().forget(m_log, record); !forgotten) {
            return forgotten;
        }
    }
    m_files = std::move(kept);
    return {};
}

/// Into a free name first: `.2` becomes `.3` before `.1` becomes `.2`.
Result<void> LogMemory::rename(std::vector<Renaming> renamings) {
    while (!renamings.empty()) {
        const auto isFree = [&](const Renaming& one) {
            return std::ranges::find(renamings, one.to, &Renaming::from) == renamings.end();
        };
        auto next = std::ranges::find_if(renamings, isFree);
        if (next == renamings.end()) {
            next = renamings.begin(); // names that went round
        }
        if (auto renamed = m_importer.renameSource(next->from, next->to); !renamed) {
            return renamed;
        }
        renamings.erase(next);
    }
    return {};
}

bool LogMemory::isRead(const RotatedLog& file) const {
    return std::ranges::any_of(m_files, [&](const auto& record) {
        return record.readBytes == file.state.bytes && isOf(record, file);
    });
}

Result<void> LogMemory::note(const std::string& path, const FileState& state, std::string head,
                             std::int64_t readBytes) {
    auto record = recordOf(state, head, m_sourceOf(path), readBytes);
    const auto known =
        std::ranges::find_if(m_files, [&](const auto& one) { return hasNumberOf(one, state); });
    if (known != m_files.end() && *known == record) {
        return {};
    }
    if (auto put = m_importer.followedFiles().put(m_log, record); !put) {
        return put;
    }
    if (known == m_files.end()) {
        m_files.push_back(std::move(record));
    } else {
        *known = std::move(record);
    }
    return {};
}

} // namespace goldpan::ingest
