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
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <unistd.h>
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
    if (!layout.cardName.empty()) {
        const auto card = proofOf(layout.cardPath());
        const bool isOurs =
            card && before && std::ranges::any_of(before->files, [&](const ExportedFile& file) {
                return file.path == layout.cardName && file.sha256 == card->sha256;
            });
        out.m_editedCard = card && !isOurs ? layout.cardPath() : "";
    }
    if (!before) {
        return out;
    }
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

Result<void> ReplacedBatch::setEditedCardAside() const {
    if (m_editedCard.empty()) {
        return {};
    }
    std::string aside = m_editedCard + ".bak";
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(std::filesystem::symlink_status(aside, ignored)); ++number) {
        aside = m_editedCard + ".bak" + std::to_string(number);
    }
    if (::rename(m_editedCard.c_str(), aside.c_str()) != 0 && errno != ENOENT) {
        return std::unexpected(
            fileError(errno, "keeping the edited card of the replaced batch", m_editedCard));
    }
    return {};
}

} // namespace goldpan::exporting
