// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/room_to_vacuum.h"

#include "core/store/sql/statement.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <limits>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <sys/stat.h>

namespace goldpan::sql {
namespace {

namespace fs = std::filesystem;

/// Where SQLite puts its temporary files: the first of these that it may write to.
std::string temporaryFolder() {
    const std::initializer_list<const char*> folders = {std::getenv("SQLITE_TMPDIR"), std::getenv("TMPDIR"),
                                                        "/var/tmp", "/usr/tmp", "/tmp"};
    for (const char* folder : folders) {
        std::error_code error;
        if (folder != nullptr && fs::is_directory(folder, error) && ::access(folder, W_OK | X_OK) == 0) {
            return folder;
        }
    }
    return ".";
}

std::string megabytes(std::int64_t bytes) {
    constexpr std::int64_t kMegabyte = 1'000'000;
    return std::to_string(bytes / kMegabyte + (bytes % kMegabyte > 0 ? 1 : 0)) + " MB";
}

std::int64_t figure(Connection& connection, const char* sql) {
    const auto value = Statement(connection, sql).number();
    return value ? value->value_or(0) : 0;
}

/// Of the pages that are in use, with what the log of writes adds to each; 0 where that cannot be asked.
std::int64_t bytesToWrite(Connection& connection) {
    const auto pages = figure(connection, "PRAGMA page_count") - figure(connection, "PRAGMA freelist_count");
    constexpr std::int64_t kFrameHead = 24;
    return pages * (figure(connection, "PRAGMA page_size") + kFrameHead);
}

bool areOneDisk(const std::string& one, const std::string& other) {
    struct stat first {};
    struct stat second {};
    return ::stat(one.c_str(), &first) == 0 && ::stat(other.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev;
}

} // namespace

RoomToVacuum::RoomToVacuum(Connection& connection)
    : RoomToVacuum(connection.path(), bytesToWrite(connection)) {}

RoomToVacuum::RoomToVacuum(const std::string& store, std::int64_t bytes)
    : m_temporary(folderOf(temporaryFolder()))
    , m_bytes(bytes) {
    std::error_code ignored;
    m_own = folderOf(fs::absolute(store, ignored).parent_path().string());
    m_isOneDisk = areOneDisk(m_own.path, m_temporary.path);
}

RoomToVacuum::Folder RoomToVacuum::folderOf(std::string path) {
    std::error_code error;
    const auto space = fs::space(path, error);
    constexpr auto kMost = static_cast<std::uintmax_t>(std::numeric_limits<std::int64_t>::max());
    return {std::move(path), error ? 0 : static_cast<std::int64_t>(std::min(space.available, kMost))};
}

void RoomToVacuum::measureAgain(Connection& connection) {
    m_bytes = bytesToWrite(connection);
}

std::string RoomToVacuum::said(const Folder& folder, std::int64_t needed) {
    return folder.path + " (" + megabytes(needed) + " needed in all, " + megabytes(folder.free) +
           " free before)";
}

Error RoomToVacuum::explained(Error error) const {
    if (error.code != ErrorCode::diskFull) {
        return error;
    }
    const std::string elsewhere = ", or in the folder that SQLITE_TMPDIR names";
    error.message = "no space left to write the store anew: ";
    if (m_isOneDisk) {
        error.message += "beside the store and for temporary files, which are on one disk, in " +
                         said(m_own, 2 * m_bytes) + "; temporary files go to " + m_temporary.path + elsewhere;
    } else {
        const bool isTemporary = m_temporary.free < m_bytes;
        const bool isOwn = m_own.free < m_bytes;
        if (isTemporary || !isOwn) {
            error.message += "for temporary files in " + said(m_temporary, m_bytes) + elsewhere;
        }
        if (isTemporary == isOwn) {
            error.message += "; and ";
        }
        if (isOwn || !isTemporary) {
            error.message += "beside the store in " + said(m_own, m_bytes);
        }
    }
    error.message += "; confirm again when there is room: what is done is kept";
    return error;
}

} // namespace goldpan::sql
