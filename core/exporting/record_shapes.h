// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a batch as text. Pure functions; safe on any thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace goldpan::exporting {

/// {"messages": [{"role": ..., "content": ...}, ...]} in Python's json.dumps(ensure_ascii=False) style, as
/// the lesson writes it, with the correction as the last assistant turn. Without line feed.
[[nodiscard]] std::string sftRow(const std::vector<Message>& conversation, std::string_view correction);

} // namespace goldpan::exporting
