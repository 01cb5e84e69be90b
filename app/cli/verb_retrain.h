// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `retrain STORE mark|deploy|list`: the ledger of retraining. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace goldpan::cli {

class VerbTable;

struct RetrainOptions : ActOptions {
    std::string action;
    std::string subject; ///< mark: a batch; deploy: a model
    std::string model;   ///< mark
    std::string reason;  ///< deploy
};

[[nodiscard]] Result<int> runRetrain(const RetrainOptions& options, Io& io);
void addRetrain(VerbTable& verbs);

} // namespace goldpan::cli
