// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The profiles that are compiled into the program (resources/profiles), and which of them fits a file. Pure
// functions; safe on any thread.
#pragma once

#include "core/profiles/profile.h"

#include <span>
#include <string_view>
#include <vector>

namespace goldpan::profiles {

/// The profile of the log that this program itself writes: imports read it without the profile's help.
inline constexpr std::string_view kLessonProfile = "lesson";
/// For a file of server-sent events.
inline constexpr std::string_view kStreamProfile = "sse";

struct ShippedText {
    std::string_view name;
    std::string_view json;
};

/// By name.
[[nodiscard]] const std::vector<ShippedText>& shippedTexts();

/// What a profile may extend.
[[nodiscard]] std::optional<std::string> shippedText(std::string_view name);
/// notFound where there is none of that name.
[[nodiscard]] Result<Profile> shippedProfile(std::string_view name);
/// All of them, the first asked first.
[[nodiscard]] const std::vector<Profile>& shippedProfiles();

struct Detected {
    std::string profile;             ///< "" where none fits
    std::string reason;              ///< which keys decided, and in how many of the objects
    std::vector<std::string> others; ///< that fit as well, but count for less
};

/// By the first objects of a file, of which one has to fit: spans of another kind may stand before it. Of
/// this program's own format at least half have to, where another one fits as well.
[[nodiscard]] Detected detect(std::span<const JsonTree> objects);

} // namespace goldpan::profiles
