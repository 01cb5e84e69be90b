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
void addNewUserKey(CLI::App& verb, bool& isMeant);
/// Where `path` is empty the key that GOLDPAN_USER_KEY is set to, else none. What is wrong with a key is told
/// without its text.
[[nodiscard]] Result<redact::UserKey> userKeyFrom(const std::string& path);

[[nodiscard]] redact::KeyChange keyChange(bool isMeant);

} // namespace goldpan::cli
