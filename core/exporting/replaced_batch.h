// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReplacedBatch: what an earlier batch of the same name leaves behind that the new one does not write. Beside
// the new manifest it would lie: rows in both files of a split, a list of files that are no more. A value.
#pragma once

#include "core/exporting/batch_journal.h"
#include "core/exporting/batch_layout.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace goldpan::exporting {

struct ReplacedBatch {
    std::vector<StaleFile> files;
    std::map<std::string, std::string> beside; ///< SHA-256 of the card and dataset_info.json as it wrote them

    /// Of the second file of a split and dataset_info.json, those that the manifest there names and `written`
    /// does not: nothing else is sure to be that batch's alone. They may have changed since, or be gone.
    [[nodiscard]] static ReplacedBatch find(const BatchLayout& layout, std::span<const std::string> written);
};

} // namespace goldpan::exporting
