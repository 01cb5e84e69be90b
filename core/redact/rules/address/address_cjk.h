// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AddressCjk: addresses of China, Japan and Korea, the widest part first. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <optional>

namespace goldpan::redact {

/// The address whose number begins at `pos`: "朝阳区建国路608号", "北区梅田3-14-5", "강남구 테헤란로 188".
[[nodiscard]] std::optional<PiiSpan> cjkAddress(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
