// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_name.h"

#include "core/store/log_key.h"

#include <filesystem>

namespace goldpan::ingest {

std::string fullLogName(const std::string& path) {
    return std::filesystem::absolute(path).lexically_normal().string();
}

std::string sourceName(const std::string& path) {
    return path == "-" ? path : fullLogName(path);
}

std::string logKey(const std::string& path, const redact::Redactor& redactor) {
    return store::logKey(fullLogName(path), redactor);
}

} // namespace goldpan::ingest
