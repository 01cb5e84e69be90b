// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/file_thread.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace goldpan::sql {

FileThread::FileThread(const std::string& path)
    : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

FileThread::~FileThread() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

void FileThread::begin(Work work) {
    if (m_fd < 0) {
        return;
    }
    try {
        m_thread = std::jthread(
            [fd = m_fd, work = std::move(work)](const std::stop_token& stop) { work(fd, stop); });
    } catch (const std::system_error&) {
        return; // none is to be had
    }
}

} // namespace goldpan::sql
