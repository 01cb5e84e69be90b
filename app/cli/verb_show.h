// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `show STORE ID`: one row with all that is known of it. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct ShowOptions : StoreOptions {
    std::string id;
};

[[nodiscard]] Result<int> runShow(const ShowOptions& options, Io& io);
void addShow(VerbTable& verbs);

} // namespace goldpan::cli
