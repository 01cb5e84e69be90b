// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MemoryFile: bytes that are opened by a path like any file, and stand on no disk. Owns them; any thread.
#pragma once

#include <string>
#include <string_view>

namespace goldpan::test {

class MemoryFile {
public:
    /// Ends the program where there is no memory for it.
    explicit MemoryFile(std::string_view bytes);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    /// As long as this lives.
    [[nodiscard]] std::string path() const;

private:
    int m_fd = -1;
};

} // namespace goldpan::test
