// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `corrections STORE export|import FILE`: the request-id-to-text file, both ways. A value and free functions;
// same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>

namespace goldpan::cli {

class VerbTable;

struct CorrectionsOptions : ActOptions {
    std::string action; ///< export or import
    std::string file;   ///< `-`: standard output or input
};

[[nodiscard]] Result<int> runCorrections(const CorrectionsOptions& options, Io& io);
void addCorrections(VerbTable& verbs);

} // namespace goldpan::cli
