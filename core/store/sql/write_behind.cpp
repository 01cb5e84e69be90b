// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/write_behind.h"

#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace goldpan::sql {
namespace {

constexpr auto kBetweenLooks = std::chrono::milliseconds(50);
constexpr std::int64_t kAtOnce = std::int64_t{8} << 20;
/// The last pages of a file are written to again and again.
constexpr std::int64_t kBehind = std::int64_t{8} << 20;

} // namespace

WriteBehind::WriteBehind(const std::string& path)
    : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    try {
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) { // no thread is to be had: all is written at the end
    }
}

WriteBehind::~WriteBehind() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

void WriteBehind::run(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    for (struct stat file{}; !stop.stop_requested() && ::fstat(m_fd, &file) == 0;) {
        const std::int64_t end = file.st_size - kBehind;
        if (end - m_begun < kAtOnce) {
            m_stopped.wait_for(lock, stop, kBetweenLooks, [] { return false; });
            continue;
        }
        // Does not wait for the disk. An error of it is the fsync's to tell, and is not taken from it here.
        if (::sync_file_range(m_fd, m_begun, end - m_begun, SYNC_FILE_RANGE_WRITE) != 0) {
            return;
        }
        m_begun = end;
    }
}

} // namespace goldpan::sql
