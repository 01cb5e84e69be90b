// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReplacedBatch: what an earlier batch of the same name leaves behind that the new one does not write. Beside
// the new manifest it would lie: rows in both files of a split, a list of files that are no more. A value.
#pragma once

#include "core/base/result.h"
#include "core/exporting/batch_layout.h"

#include <span>
#include <string>
#include <vector>

namespace goldpan::exporting {

class ReplacedBatch {
public:
    /// Of the second file of a split and dataset_info.json, those that the manifest there names and `written`
    /// does not: nothing else is sure to be that batch's alone. Only those whose bytes still
    /// are what it says: what somebody went on with is theirs.
    [[nodiscard]] static ReplacedBatch find(const BatchLayout& layout, std::span<const std::string> written);

    [[nodiscard]] const std::vector<std::string>& paths() const { return m_paths; }
    [[nodiscard]] Result<void> remove() const;
    /// A card that is not as a batch wrote it is somebody's work: to be called before the new one takes its
    /// name. It goes to README.md.bak, or the first README.md.bak2, 3 … that is free.
    [[nodiscard]] Result<void> setEditedCardAside() const;

private:
    std::vector<std::string> m_paths;
    std::string m_editedCard; ///< "" where there is none
};

} // namespace goldpan::exporting
