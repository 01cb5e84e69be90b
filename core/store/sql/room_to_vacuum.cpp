// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/room_to_vacuum.h"

#include "core/store/sql/statement.h"

#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <system_error>
#include <unistd.h>

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

std::string megabytes(std::uintmax_t bytes) {
    constexpr std::uintmax_t kMegabyte = 1'000'000;
    return std::to_string((bytes + kMegabyte - 1) / kMegabyte) + " MB";
}

std::uintmax_t freeIn(const std::string& folder) {
    std::error_code error;
    const auto space = fs::space(folder, error);
    return error ? 0 : space.available;
}

std::int64_t figure(Connection& connection, const char* sql) {
    const auto value = Statement(connection, sql).number();
    return value ? value->value_or(0) : 0;
}

} // namespace

std::int64_t bytesInUse(Connection& connection) {
    return (figure(connection, "PRAGMA page_count") - figure(connection, "PRAGMA freelist_count")) *
           figure(connection, "PRAGMA page_size");
}

Error withRoomNeeded(Error error, std::int64_t bytes) {
    if (error.code != ErrorCode::diskFull) {
        return error;
    }
    const auto needed = static_cast<std::uintmax_t>(bytes);
    const auto temporary = temporaryFolder();
    std::error_code ignored;
    const auto own = fs::absolute(error.where, ignored).parent_path().string();
    const auto said = [&](const std::string& folder) {
        return folder + " (" + megabytes(needed) + " needed, " + megabytes(freeIn(folder)) + " free)";
    };
    const bool isTemporary = freeIn(temporary) < needed;
    const bool isOwn = freeIn(own) < needed;
    error.message = "no space left to write the store anew: ";
    if (isTemporary || !isOwn) {
        error.message +=
            "for temporary files in " + said(temporary) + ", or in the folder that SQLITE_TMPDIR names";
    }
    if (isTemporary == isOwn) {
        error.message += "; and ";
    }
    if (isOwn || !isTemporary) {
        error.message += "beside the store in " + said(own);
    }
    error.message += "; confirm again when there is room: what is done is kept";
    return error;
}

} // namespace goldpan::sql
