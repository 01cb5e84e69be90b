// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A correction as the journal keeps it: the value of a Change of Aspect::correction. Pure functions.
#pragma once

#include "core/base/result.h"
#include "core/domain/correction.h"

#include <string>
#include <string_view>

namespace goldpan::review {

/// {"text","operator","source","created_at","updated_at","pii"} in this order: equal corrections give equal
/// bytes.
[[nodiscard]] std::string correctionToJson(const Correction& correction);

/// corrupt where `json` is not what correctionToJson() writes.
[[nodiscard]] Result<Correction> correctionFromJson(std::string_view json);

} // namespace goldpan::review
