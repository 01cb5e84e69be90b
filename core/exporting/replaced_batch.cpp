// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/replaced_batch.h"

#include "core/base/files.h"
#include "core/exporting/batch_manifest.h"
#include "core/exporting/file_proof.h"
#include "core/exporting/manifest_seal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <unistd.h>

namespace goldpan::exporting {

ReplacedBatch ReplacedBatch::find(const BatchLayout& layout, std::span<const std::string> written) {
    ReplacedBatch out;
    const auto text = readFile(layout.manifestPath());
    if (!text || sealOf(*text) != Seal::whole) {
        return out; // none, or not as it was written: it says nothing that one could delete by
    }
    auto before = manifestFiles(*text);
    if (!before) {
        return out;
    }
    std::ranges::copy(before->beside, std::back_inserter(before->files));
    // Only what every batch of this name owns. Its data file may be another batch's (x.jsonl and x.jsonl.gz
    // have one manifest), and a manifest may name anything.
    const std::array own{layout.validationName(), std::string(kDatasetInfoName)};
    for (const auto& file : before->files) {
        const std::string path = layout.folder + file.path;
        std::error_code ignored;
        const bool isStale = std::ranges::find(own, file.path) != own.end() &&
                             std::ranges::find(written, file.path) == written.end() &&
                             std::filesystem::is_regular_file(std::filesystem::symlink_status(path, ignored));
        if (!isStale) {
            continue;
        }
        if (const auto found = proofOf(path); found && found->sha256 == file.sha256) {
            out.m_paths.push_back(path);
        }
    }
    return out;
}

Result<void> ReplacedBatch::remove() const {
    for (const auto& path : m_paths) {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
            return std::unexpected(fileError(errno, "removing a file of the replaced batch", path));
        }
    }
    return {};
}

} // namespace goldpan::exporting
