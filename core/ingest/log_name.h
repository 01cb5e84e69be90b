// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a log is named: in full, and as the key of what a store remembers of it. Free functions; safe on any
// thread.
#pragma once

#include "core/redact/redactor.h"

#include <string>

namespace goldpan::ingest {

/// The absolute path. It may hold contact data, so it is never stored.
[[nodiscard]] std::string fullLogName(const std::string& path);

/// As fullLogName(), but `-` (standard input) as it is.
[[nodiscard]] std::string sourceName(const std::string& path);

/// As store::logKey says, of any path to it.
[[nodiscard]] std::string logKey(const std::string& path, const redact::Redactor& redactor);

} // namespace goldpan::ingest
