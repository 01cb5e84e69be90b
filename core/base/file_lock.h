// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FileLock: a lock that one program, or one object of it, has as long as the object lives. The end of the
// program gives it back, also a kill. One object, one thread.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace goldpan {

class FileLock {
public:
    /// None where somebody has it. Makes the file where there is none; it stays, because taking it away would
    /// let two lock two files of one name. Who may only read it can take it too.
    [[nodiscard]] static Result<std::optional<FileLock>> take(const std::string& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int fd)
        : m_fd(fd) {}

    int m_fd = -1;
};

} // namespace goldpan
