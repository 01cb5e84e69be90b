// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/user_key_file.h"

#include "core/base/files.h"

#include <CLI/CLI.hpp>

namespace goldpan::cli {
namespace {

constexpr std::int64_t kMostBytes = 1 << 16;

} // namespace

void addUserKey(CLI::App& verb, std::string& path) {
    verb.add_option("--user-key", path,
                    "A file with a secret of 16 bytes or more: user ids are hashed with it")
        ->type_name("FILE");
}

Result<redact::UserKey> userKeyFrom(const std::string& path) {
    if (path.empty()) {
        return redact::UserKey();
    }
    const auto text = readFile(path, kMostBytes);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto key = redact::UserKey::fromText(*text);
    if (!key) {
        return fail(key.error().code, key.error().message, path);
    }
    return key;
}

} // namespace goldpan::cli
