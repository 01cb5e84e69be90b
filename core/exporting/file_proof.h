// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What proves one file of a batch: its bytes, rows and SHA-256, and that it lies where a manifest may name
// it. Free functions; they read the disk only.
#pragma once

#include "core/exporting/export_service.h"

#include <optional>
#include <string>

namespace goldpan::exporting {

/// A manifest from elsewhere must not make us read any file of this machine.
[[nodiscard]] bool staysInside(const std::string& relative);

/// Of the file as it is; rows -1 where its compression is torn. None where it is missing, no file or cannot
/// be read.
[[nodiscard]] std::optional<ExportedFile> proofOf(const std::string& path);

} // namespace goldpan::exporting
