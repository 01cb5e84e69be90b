// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files: whole reads and atomic replacement (temp file in the same folder, fsync, rename). One object, one
// thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace goldpan {

/// Writes to a hidden file beside PATH, `.NAME.tmp-…`, and puts it in the place of PATH only on commit();
/// without one the temp file goes with the object and PATH stays as it was. The temp file is locked as long
/// as the object lives: what a kill left is known by having no lock, and goes with the next create() of that
/// PATH.
class AtomicFile {
public:
    /// Never over a database or its journals (`checkNoDatabase`). Who may read and write PATH stays as it is.
    [[nodiscard]] static Result<AtomicFile> create(std::string path);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// Flush and fsync the temp file; the last point at which a full disk can still be told.
    [[nodiscard]] Result<void> sync();
    /// sync(), rename onto PATH, fsync the folder.
    [[nodiscard]] Result<void> commit();

    [[nodiscard]] const std::string& tempPath() const { return m_temp; }
    /// The temp file stays when the object goes: it is somebody else's to rename.
    void leave() { m_isLeft = true; }

    /// Whether `temp` may be the temp file of `path`: the same folder, and named as create() names it.
    [[nodiscard]] static bool isTempOf(const std::string& temp, const std::string& path);
    /// Removes the temp files of `path` that belong to no living object.
    static void sweep(const std::string& path);

private:
    AtomicFile(std::string path, std::string temp, int fd);
    [[nodiscard]] Result<void> flush();
    void discard() noexcept;

    std::string m_path;
    std::string m_temp;
    std::string m_buffer;
    int m_fd = -1;
    bool m_isLeft = false;
};

/// The whole file; refuses a directory and anything over `limit` bytes.
[[nodiscard]] Result<std::string> readFile(const std::string& path,
                                           std::int64_t limit = std::int64_t{1} << 30);
[[nodiscard]] Result<void> writeFileAtomically(const std::string& path, std::string_view bytes);
/// fsync of a file or folder that was written by other means.
[[nodiscard]] Result<void> syncPath(const std::string& path);

/// Whether a finished file may take the place of `path`: nothing is there, or a regular file. A device, a
/// pipe or a folder is `unwritable`.
[[nodiscard]] Result<void> checkReplaceable(const std::string& path);

/// Both names lead to one file that is there. Asks without opening it.
[[nodiscard]] bool isSameFile(const std::string& a, const std::string& b);

/// What errno says about `path`, as one of ours.
[[nodiscard]] Error fileError(int errnum, std::string_view doing, const std::string& path);

} // namespace goldpan
