// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchManifest: what a batch was made of and how to prove it. Holds no clock, host, absolute path or batch
// number. A value.
#pragma once

#include "core/domain/correction.h"
#include "core/domain/policy.h"
#include "core/exporting/export_service.h"
#include "core/exporting/row_note.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::exporting {

/// What a profile has in a batch.
struct ProfileShare {
    std::int64_t rows = 0;        ///< of the store, not lines
    std::set<std::string> sha256; ///< of each version that the store knows it by; none of older imports
};

struct BatchManifest {
    ExportSpec spec; ///< redacted
    Policy policy;
    std::string rulesHash;
    ExportReport report;              ///< files with paths relative to the manifest
    std::vector<ExportedFile> beside; ///< what stands in the folder for readers; they have no rows
    redact::RedactionCounts redacted; ///< in the rows that were written
    std::map<std::string, ProfileShare> profiles; ///< by name; rows of our own format are in none
    /// Rows with a correction, by its source and operator.
    std::map<std::pair<CorrectionSource, std::string>, std::int64_t> authors;
    std::vector<std::string> redactedIds; ///< rows whose correction was let out redacted
    bool hasTools = false;                ///< some row has tools or tool turns
    std::vector<std::string> requestIds;  ///< of every line, in file order; none of a log
};

/// Of a row that is written; its lines' request ids are the caller's.
void addRow(BatchManifest& manifest, const RowNote& note, const std::string& requestId);

/// Pretty JSON with a stable key order and a last line feed.
[[nodiscard]] std::string manifestText(const BatchManifest& manifest);

/// The files that a manifest names, with those beside the data (rows -1), and its number of request ids (-1
/// where it has none).
struct ManifestFiles {
    std::vector<ExportedFile> files;
    std::vector<ExportedFile> beside;
    std::int64_t rows = 0;
    std::int64_t requestIds = -1;
    std::string specText; ///< as the store keeps it of the batch; "" where there is none
};

/// corrupt where `text` is no manifest of this kind, newerStore where it is of a later version.
[[nodiscard]] Result<ManifestFiles> manifestFiles(std::string_view text);

} // namespace goldpan::exporting
