// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `log --out DIR`: the log writer as a pipe, for endpoints in any language. A value and free functions; same
// thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>

namespace goldpan::cli {

class VerbTable;

struct LogOptions {
    std::string folder;
    double rate = 1;
    std::int64_t rotateMegabytes = 256;
    std::optional<std::int64_t> rotateMinutes;
    std::int64_t fsyncMilliseconds = 100; ///< 0: each batch
    std::string userKey;                  ///< a file; empty: no key
    bool newUserKey = false;
    std::string rules; ///< a file; empty: the built-in rules
    bool drop = false;
    bool acks = false;
    bool json = false;
};

[[nodiscard]] Result<int> runLog(const LogOptions& options, Io& io);
void addLog(VerbTable& verbs);

} // namespace goldpan::cli
