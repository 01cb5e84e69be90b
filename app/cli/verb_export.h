// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `export STORE`: a batch of training rows. A value and free functions; same thread.
#pragma once

#include "app/cli/io.h"
#include "app/cli/store_options.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace goldpan::cli {

class VerbTable;

struct ExportOptions : ActOptions {
    std::string out;
    std::string format = "sft";
    std::optional<std::string> tagList; ///< separated by commas; none: any tag
    std::vector<std::string> tags;
    std::string filter;
    std::string exclude; ///< separated by commas
    std::string gold;
    std::int64_t maxTokens = 0;
    double split = 0;
    std::uint64_t seed = 0;
    std::vector<std::string> keep; ///< ID=REASON
    bool redactCorrections = false;
    bool toolRows = false;
    bool dryRun = false;
};

[[nodiscard]] Result<int> runExport(const ExportOptions& options, Io& io);
void addExport(VerbTable& verbs);

} // namespace goldpan::cli
