// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Correction: the answer the model should have given, and Draft: words on their way to one. Values.
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace goldpan {

enum class CorrectionSource : std::uint8_t {
    operatorWritten = 0, ///< `operator`
    modelDrafted = 1,    ///< `model`: a suggestion that an operator verified
};

[[nodiscard]] constexpr std::string_view correctionSourceName(CorrectionSource source) {
    return source == CorrectionSource::modelDrafted ? "model" : "operator";
}

struct Correction {
    std::string text; ///< redacted
    std::string operatorName;
    CorrectionSource source = CorrectionSource::operatorWritten;
    Timestamp createdAt; ///< of the row's first correction
    Timestamp updatedAt;
    bool pii = false; ///< redaction changed the text as it was given; export holds the row back

    bool operator==(const Correction&) const = default;
};

/// One a row and operator; typing is not an act.
struct Draft {
    std::string text; ///< redacted
    std::string operatorName;
    Timestamp updatedAt;

    bool operator==(const Draft&) const = default;
};

} // namespace goldpan
