// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `correct STORE ID`: writes a gold correction. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <optional>
#include <string>

namespace goldpan::cli {

class VerbTable;

struct CorrectOptions : ActOptions {
    std::string id;
    std::optional<std::string> text;
    std::optional<std::string> textFile; ///< `-`: standard input; its bytes exactly
    std::string source = "operator";
    bool operatorNamed = false; ///< by --operator, not by the login
};

[[nodiscard]] Result<int> runCorrect(const CorrectOptions& options, Io& io);
void addCorrect(VerbTable& verbs);

} // namespace goldpan::cli
