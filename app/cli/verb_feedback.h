// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `feedback STORE FILE...`: user feedback onto rows. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace goldpan::cli {

class VerbTable;

struct FeedbackOptions : ActOptions {
    std::vector<std::string> files;
};

[[nodiscard]] Result<int> runFeedback(const FeedbackOptions& options, Io& io);
void addFeedback(VerbTable& verbs);

} // namespace goldpan::cli
