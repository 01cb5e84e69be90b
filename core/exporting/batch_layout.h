// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchLayout: where the files of a batch lie, made from what the operator named. A value.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::exporting {

/// What LLaMA-Factory reads, in a folder beside the manifest.
inline constexpr std::string_view kDatasetInfoName = "dataset_info.json";
/// The dataset card: people complete it, so an edited one is set aside and never written over.
inline constexpr std::string_view kCardName = "README.md";

struct BatchLayout {
    std::string folder;   ///< the manifest's; paths in it are relative to here. "" is the working folder
    std::string dataName; ///< relative to `folder`
    std::string manifestName;
    std::string cardName; ///< "" for a single file
    bool gzip = false;

    [[nodiscard]] std::string dataPath() const { return folder + dataName; }
    /// Of the second file of a split, relative to `folder`: x.validation.jsonl beside x.jsonl.
    [[nodiscard]] std::string validationName() const;
    [[nodiscard]] std::string manifestPath() const { return folder + manifestName; }
    [[nodiscard]] std::string cardPath() const { return folder + cardName; }

    /// Of a batch to be written: refuses an empty name, a folder without `/`, and a parent that is not there.
    [[nodiscard]] static Result<BatchLayout> forWriting(const std::string& out);
    /// By the name alone; a trailing `/` is a folder.
    [[nodiscard]] static BatchLayout fromName(const std::string& out);
};

/// Makes the folders that a batch needs and takes those back that it made, unless keep() was called.
class BatchFolders {
public:
    [[nodiscard]] static Result<BatchFolders> make(const BatchLayout& layout);
    BatchFolders(BatchFolders&&) = default;
    BatchFolders& operator=(BatchFolders&&) = delete;
    ~BatchFolders();

    void keep() { m_made.clear(); }

private:
    BatchFolders() = default;
    std::vector<std::string> m_made;
};

/// What a batch is called, and the end that says of which kind its name is: `.jsonl`, `.jsonl.gz`, `/`.
[[nodiscard]] std::pair<std::string, std::string> stemAndEnd(std::string name);

} // namespace goldpan::exporting
