// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/user_key_file.h"

#include "app/cli/file_option.h"
#include "core/base/files.h"

#include <CLI/CLI.hpp>

#include <cstdlib>

namespace goldpan::cli {
namespace {

constexpr std::int64_t kMostBytes = 1 << 16;
constexpr const char* kVariable = "GOLDPAN_USER_KEY";

} // namespace

void addUserKey(CLI::App& verb, std::string& path) {
    addFileOption(verb, "--user-key", path,
                  "A file with a secret of 16 bytes or more: user ids are hashed with it; default: the "
                  "secret that GOLDPAN_USER_KEY is set to");
}

void addNewUserKey(CLI::App& verb, bool& isMeant) {
    verb.add_flag(
        "--new-user-key", isMeant,
        "Go on where user ids were hashed with another key so far, or without one: the same user has "
        "two hashes from then on");
}

redact::KeyChange keyChange(bool isMeant) {
    return isMeant ? redact::KeyChange::meant : redact::KeyChange::refused;
}

Result<redact::UserKey> userKeyFrom(const std::string& path) {
    const char* const set = std::getenv(kVariable);
    if (path.empty() && set == nullptr) {
        return redact::UserKey();
    }
    const auto text = path.empty() ? Result<std::string>(set) : readFile(path, kMostBytes);
    if (!text) {
        return std::unexpected(text.error());
    }
    auto key = redact::UserKey::fromText(*text);
    if (!key) {
        return fail(key.error().code, key.error().message, path.empty() ? kVariable : path);
    }
    return key;
}

} // namespace goldpan::cli
