// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowSelection: which rows a bulk verb is about: a filter or request ids, never both. A value; any thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/queue/filter.h"
#include "core/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace goldpan::cli {

struct RowSelection {
    std::optional<std::string> filter;
    std::vector<std::string> ids;
};

void addSelection(CLI::App& verb, RowSelection& selection);

/// usage where both or neither are given; notFound names the first unknown id. Each row once.
[[nodiscard]] Result<std::vector<RowId>> selectRows(store::Store& store, const RowSelection& selection,
                                                    bool json, Io& io);

/// The row of a request id; notFound names it.
[[nodiscard]] Result<RowId> findRow(store::Store& store, const std::string& requestId);

/// badFilter, after a caret line under the mistake on `io.err`, unless `json` or where the text holds PII by
/// the rules of `store`.
[[nodiscard]] Result<queue::Filter> readFilter(store::Store& store, const std::string& text, bool json,
                                               Io& io);

} // namespace goldpan::cli
