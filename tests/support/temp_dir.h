// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TempDir: a folder that goes with the object. Test support.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace goldpan::test {

class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    [[nodiscard]] std::string path() const { return m_path.string(); }
    /// The full path of `name` below the folder.
    [[nodiscard]] std::string file(std::string_view name) const { return (m_path / name).string(); }
    /// Writes `text` and answers the full path.
    std::string write(std::string_view name, std::string_view text) const;
    /// Writes `text` gzipped and answers the full path.
    std::string writeGzip(std::string_view name, std::string_view text) const;
    [[nodiscard]] std::string read(std::string_view name) const;

private:
    std::filesystem::path m_path;
};

/// The text of a plain or gzipped file.
[[nodiscard]] std::string readMaybeGzip(const std::string& path);

} // namespace goldpan::test
