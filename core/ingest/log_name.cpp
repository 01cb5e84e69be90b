// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_name.h"

#include "core/base/sha256.h"

#include <filesystem>

namespace goldpan::ingest {

std::string fullLogName(const std::string& path) {
    return std::filesystem::absolute(path).lexically_normal().string();
}

std::string logKey(const std::string& path, const redact::Redactor& redactor) {
    const auto full = fullLogName(path);
    auto shown = redactor.redacted(full);
    return shown == full ? shown : shown + " (" + sha256Hex(full).substr(0, 8) + ")";
}

} // namespace goldpan::ingest
