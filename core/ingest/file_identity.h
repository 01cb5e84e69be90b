// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the files that are there is one that was remembered: by its number on the disk and its first
// lines, or by these alone, where files were copied or restored. Free functions; they read the files.
#pragma once

#include "core/ingest/file_state.h"
#include "core/ingest/rotated_logs.h"
#include "core/store/followed_files.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::ingest {

/// Enough to tell two files apart: ids and times, also of lines with sorted keys that begin with one long
/// system prompt.
inline constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

/// The beginning of a file that is not open, without a torn line; empty where it cannot be read.
[[nodiscard]] std::string headOf(const RotatedLog& file);

[[nodiscard]] store::FollowedFileRecord recordOf(const FileState& state, std::string_view head,
                                                 std::string source, std::int64_t readBytes);

/// By number and first lines. One that cannot be read is told by its number alone.
[[nodiscard]] bool isFileOf(const store::FollowedFileRecord& record, const RotatedLog& file);

/// For each record its file, or null. A file with a number that nobody remembers is the one whose first lines
/// it has, where it is as long as what was read of that and there is only one of each.
[[nodiscard]] std::vector<const RotatedLog*> filesOf(std::span<const store::FollowedFileRecord> records,
                                                     std::span<const RotatedLog> files);

} // namespace goldpan::ingest
