// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DriftEvent: the evaluation saw the model drift; the window before it is worth a look. A value.
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan {

inline constexpr std::int64_t kMicrosPerHour = 3'600'000'000;

struct DriftEvent {
    Timestamp ts;
    std::int64_t windowMicros = 12 * kMicrosPerHour;
    std::string modelVersion;   ///< of the event; recorded
    bool onlyThatModel = false; ///< restrict the window to rows of modelVersion

    /// The window is inclusive at both ends, to the microsecond.
    [[nodiscard]] Timestamp from() const { return Timestamp{ts.micros - windowMicros}; }

    /// A row without a time is in no window.
    [[nodiscard]] bool covers(std::optional<Timestamp> rowTs, std::string_view rowModel) const {
        return rowTs && *rowTs >= from() && *rowTs <= ts && (!onlyThatModel || modelVersion == rowModel);
    }

    bool operator==(const DriftEvent&) const = default;
};

} // namespace goldpan
