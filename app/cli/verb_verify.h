// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `verify PATH`: a batch against its manifest, and against the store that wrote it. A value and free
// functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct VerifyOptions : StoreOptions { ///< the store is "" where none is asked
    std::string path;
};

[[nodiscard]] Result<int> runVerify(const VerifyOptions& options, Io& io);
void addVerify(VerbTable& verbs);

} // namespace goldpan::cli
