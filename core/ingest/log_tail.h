// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogTail: what stands behind the last line feed of a log file that is about to be appended to. Pure but for
// the file; any thread, one at a time for a file.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace goldpan::ingest {

struct MendedTail {
    std::int64_t bytes = 0; ///< of the file: whole lines
    std::int64_t cut = 0;   ///< torn bytes that were behind them
};

/// Makes the file that is open as `fd` (for reading and appending) and holds `bytes` end with a whole line. A
/// tail that is a JSON object is a row whose line feed is missing, as other programs write a last line, and
/// as an import reads it: it gets its line feed. Anything else is torn, and cut off. Nothing is synced.
/// `path` is for errors.
[[nodiscard]] Result<MendedTail> mendTail(int fd, std::int64_t bytes, const std::string& path);

} // namespace goldpan::ingest
