// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/write_behind.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <fcntl.h>
#include <mutex>
#include <stop_token>
#include <sys/stat.h>

namespace goldpan::sql {
namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(50);
constexpr std::int64_t kAtOnce = std::int64_t{8} << 20;
/// The last pages of a file are written to again and again.
constexpr std::int64_t kBehind = std::int64_t{8} << 20;

void writeBehind(int fd, const std::stop_token& stop) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped; // nobody tells it but the end
    std::int64_t begun = 0;              // bytes from the begin on that the system was told to write
    for (struct stat file{}; !stop.stop_requested() && ::fstat(fd, &file) == 0;) {
        const std::int64_t end = file.st_size - kBehind;
        if (end - begun < kAtOnce) {
            stopped.wait_for(lock, stop, kBetweenLooks, [] { return false; });
            continue;
        }
        // Does not wait for the disk. An error of it is the fsync's to tell, and is not taken from it here.
        if (::sync_file_range(fd, begun, end - begun, SYNC_FILE_RANGE_WRITE) != 0) {
            return;
        }
        begun = end;
    }
}

} // namespace

WriteBehind::WriteBehind(const std::string& path)
    : m_file(path) {
    m_file.begin(writeBehind);
}

} // namespace goldpan::sql
