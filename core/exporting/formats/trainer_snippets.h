// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How trainers are told to read a batch: lines of their own configuration. Pure functions; safe on any
// thread.
#pragma once

#include "core/exporting/formats/format.h"

#include <string>
#include <utility>
#include <vector>

namespace goldpan::exporting {

/// What of a batch its trainers must be told.
struct BatchContent {
    bool hasValidation = false; ///< there is data/validation.jsonl too
    bool hasTools = false;      ///< rows with tools or tool turns
};

/// Markdown for the card of a batch whose training file is data/train.jsonl; "" where there is no trainer.
[[nodiscard]] std::string trainerSnippets(Format format, const BatchContent& content);

/// dataset_info.json of split names and paths; "" for formats that are not LLaMA-Factory's own, and without
/// files.
[[nodiscard]] std::string llamaFactoryInfo(Format format,
                                           const std::vector<std::pair<std::string, std::string>>& files);

} // namespace goldpan::exporting
