// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson's corrections file: {"request_id": "corrected completion", ...}. Pure functions over text.
#pragma once

#include "core/base/result.h"
#include "core/review/review_service.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::review {

/// Reads the object, in its order, a doubled key's last value; corrupt (with the byte) where it is not JSON,
/// badValue where it is not an object of strings and nulls.
[[nodiscard]] Result<std::vector<RowText>> parseCorrections(std::string_view json);

/// Takes the next piece of the file's text.
using CorrectionsSink = std::function<Result<void>(std::string_view piece)>;

/// Writes all gold corrections of the store by log order, one pair a line, each text redacted once more;
/// answers how many.
[[nodiscard]] Result<std::int64_t> writeCorrections(store::Store& store, const redact::Redactor& redactor,
                                                    const CorrectionsSink& sink);
/// The same into a file, replaced atomically.
[[nodiscard]] Result<std::int64_t> writeCorrections(store::Store& store, const redact::Redactor& redactor,
                                                    const std::string& path);

} // namespace goldpan::review
