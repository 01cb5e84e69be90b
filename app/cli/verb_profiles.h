// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `profiles [check FILE]`: import profiles, and what a file becomes by one. A value and free functions; same
// thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace goldpan::cli {

class VerbTable;

struct ProfilesOptions {
    std::string action; ///< check; empty: list them
    std::string file;
    std::string profile;
    std::vector<std::string> with;
    int rows = 3;
    bool json = false;
};

[[nodiscard]] Result<int> runProfiles(const ProfilesOptions& options, Io& io);
void addProfiles(VerbTable& verbs);

} // namespace goldpan::cli
