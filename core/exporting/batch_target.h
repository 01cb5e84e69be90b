// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchTarget: where a batch is to stand: its layout, and the names of its data files. A value.
#pragma once

#include "core/base/result.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/export_service.h"

#include <string>
#include <vector>

namespace goldpan::exporting {

struct BatchTarget {
    BatchLayout layout;
    std::vector<std::string> names; ///< of the data, in the layout's folder: one, or two of a split

    /// What an export of `spec` to `out` writes. `usage` where that would replace a database, the store above
    /// all, or the gold set that it reads. Writes nothing itself.
    [[nodiscard]] static Result<BatchTarget> make(const ExportSpec& spec, const std::string& out,
                                                  const std::string& storePath);
};

} // namespace goldpan::exporting
