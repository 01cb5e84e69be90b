// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/memory_file.h"

#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

namespace goldpan::test {

MemoryFile::MemoryFile(std::string_view bytes)
    : m_fd(::memfd_create("fuzz", MFD_CLOEXEC)) {
    while (!bytes.empty()) {
        const auto written = ::write(m_fd, bytes.data(), bytes.size());
        if (written <= 0) {
            std::abort();
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

MemoryFile::~MemoryFile() {
    ::close(m_fd);
}

std::string MemoryFile::path() const {
    return "/proc/self/fd/" + std::to_string(m_fd);
}

} // namespace goldpan::test
