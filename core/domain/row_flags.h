// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The flag bits that a row has from its own content: its tags and its logprob. A pure function; safe on any
// thread.
#pragma once

#include "core/domain/policy.h"
#include "core/domain/tag.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace goldpan {

[[nodiscard]] std::uint32_t flagsOfRow(std::span<const std::string> tags, std::optional<double> logprob,
                                       const Policy& policy);

} // namespace goldpan
