// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the folder of a batch for those who train on it. Pure functions; safe on any thread.
#pragma once

#include "core/exporting/batch_manifest.h"

#include <string>
#include <utility>
#include <vector>

namespace goldpan::exporting {

/// README.md: the YAML that dataset hubs read, a few lines for people, and how trainers are told to read the
/// files.
[[nodiscard]] std::string datasetCard(const BatchManifest& manifest);

/// dataset_info.json as LLaMA-Factory reads it with `dataset_dir` on the folder; "" for formats of others.
[[nodiscard]] std::string datasetInfo(const BatchManifest& manifest);

/// Names and texts of these, where the batch is a folder with a card of this name.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> filesBeside(const std::string& cardName,
                                                                           const BatchManifest& manifest);

} // namespace goldpan::exporting
