// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FeedbackEvent: what a user thought of an answer, joined by request id. A value.
#pragma once

#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan {

enum class FeedbackKind : std::uint8_t {
    thumbsDown = 0,
    regenerate = 1,
    report = 2,
    thumbsUp = 3,
};

[[nodiscard]] std::string_view feedbackKindName(FeedbackKind kind);
[[nodiscard]] std::optional<FeedbackKind> feedbackKindFromName(std::string_view name);

struct FeedbackEvent {
    std::string requestId;
    FeedbackKind kind = FeedbackKind::thumbsDown;
    std::optional<Timestamp> ts;

    bool operator==(const FeedbackEvent&) const = default;
};

} // namespace goldpan
