// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One member of a scanned JSON object, by its key. A pure function; safe on any thread that owns the scanner.
#pragma once

#include "core/base/json_scanner.h"

#include <string_view>

namespace goldpan {

/// The value of `key`, the last one where it is given twice; null where there is none. Lives as long as the
/// scanner's views.
[[nodiscard]] JsonValue valueOf(const JsonScanner& object, std::string_view key);

} // namespace goldpan
