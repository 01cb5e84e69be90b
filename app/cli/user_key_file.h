// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `--user-key FILE`: the secret that user ids are hashed with. Free functions; same thread.
#pragma once

#include "core/base/result.h"
#include "core/redact/user_hash.h"

#include <string>

namespace CLI {
class App;
}

namespace goldpan::cli {

void addUserKey(CLI::App& verb, std::string& path);
/// No key where `path` is empty. What is wrong with a file is told without its text.
[[nodiscard]] Result<redact::UserKey> userKeyFrom(const std::string& path);

} // namespace goldpan::cli
