// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/watch_lock.h"

#include "core/base/sha256.h"
#include "core/ingest/log_name.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace goldpan::ingest {

Result<FileLock> lockWatch(const std::string& store, const std::string& log) {
    std::error_code problem;
    auto path = std::filesystem::canonical(store, problem); // one lock, by whatever name the store was opened
    if (problem) {
        path = store;
    }
    const auto name = '.' + path.filename().string() + ".watch-" + sha256Hex(fullLogName(log)).substr(0, 8);
    auto lock = FileLock::take((path.parent_path() / name).string());
    if (!lock) {
        return std::unexpected(lock.error());
    }
    if (!*lock) {
        return fail(ErrorCode::busy, "another watch follows this log into this store; end that one first",
                    log);
    }
    return std::move(**lock);
}

} // namespace goldpan::ingest
