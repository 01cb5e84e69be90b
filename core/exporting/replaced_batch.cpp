// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/replaced_batch.h"

#include "core/base/files.h"
#include "core/exporting/batch_manifest.h"
#include "core/exporting/manifest_seal.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace goldpan::exporting {

namespace {

/// None where there is no manifest, or one that is not as it was written: it says nothing that one could
/// delete by.
std::optional<ManifestFiles> filesOf(const BatchLayout& layout) {
    const auto text = readFile(layout.manifestPath());
    if (!text || sealOf(*text) != Seal::whole) {
        return std::nullopt;
    }
    auto files = manifestFiles(*text);
    if (!files) {
        return std::nullopt;
    }
    std::ranges::copy(files->beside, std::back_inserter(files->files));
    return std::move(*files);
}

} // namespace

ReplacedBatch ReplacedBatch::find(const BatchLayout& layout, std::span<const std::string> written) {
    ReplacedBatch out;
    const auto before = filesOf(layout);
    if (!before) {
        return out;
    }
    // Only what every batch of this name owns. Its data file may be another batch's (x.jsonl and x.jsonl.gz
    // have one manifest), and a manifest may name anything.
    const std::array own{layout.validationName(), std::string(kDatasetInfoName)};
    for (const auto& file : before->files) {
        if (file.path == layout.cardName || file.path == kDatasetInfoName) {
            out.beside[file.path] = file.sha256;
        }
        if (std::ranges::find(own, file.path) != own.end() &&
            std::ranges::find(written, file.path) == written.end()) {
            out.files.push_back({file.path, file.sha256});
        }
    }
    return out;
}

} // namespace goldpan::exporting
