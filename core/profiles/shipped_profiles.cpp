// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/shipped_profiles.h"

#include <algorithm>
#include <utility>

namespace goldpan::profiles {
namespace {

/// "/a, /b|/c": all of these, of the last either. What must not be there is not named.
std::string keysOf(const std::vector<Condition>& conditions) {
    std::string out;
    for (const auto& condition : conditions) {
        if (condition.has == false) {
            continue;
        }
        std::string keys;
        for (const auto& pointer : condition.pointers) {
            keys += (keys.empty() ? "" : "|") + pointer.text();
        }
        out += (out.empty() ? "" : ", ") + keys;
    }
    return out;
}

/// The first way to know the format that fits one of the objects; "" where none does.
std::string reasonFor(const Profile& profile, std::span<const JsonTree> objects) {
    for (const auto& conditions : profile.detect.any) {
        const auto fits = std::ranges::count_if(
            objects, [&](const JsonTree& object) { return allHold(conditions, {&object}); });
        if (fits > 0) {
            return keysOf(conditions) + " in " + std::to_string(fits) + " of the first " +
                   std::to_string(objects.size()) + (objects.size() == 1 ? " object" : " objects");
        }
    }
    return {};
}

/// By whichever way each of them.
bool fitsMost(const Profile& profile, std::span<const JsonTree> objects) {
    const auto fits = std::ranges::count_if(objects, [&](const JsonTree& object) {
        return std::ranges::any_of(profile.detect.any,
                                   [&](const auto& conditions) { return allHold(conditions, {&object}); });
    });
    return 2 * static_cast<std::size_t>(fits) >= objects.size();
}

} // namespace

std::optional<std::string> shippedText(std::string_view name) {
    const auto found = std::ranges::find(shippedTexts(), name, &ShippedText::name);
    return found == shippedTexts().end() ? std::nullopt : std::optional(std::string(found->json));
}

Result<Profile> shippedProfile(std::string_view name) {
    const auto text = shippedText(name);
    if (!text) {
        return fail(ErrorCode::notFound, "there is no profile of that name", std::string(name));
    }
    return readProfile(*text, shippedText);
}

const std::vector<Profile>& shippedProfiles() {
    static const std::vector<Profile> all = [] {
        std::vector<Profile> out;
        for (const auto& shipped : shippedTexts()) {
            if (auto profile = shippedProfile(shipped.name)) {
                out.push_back(std::move(*profile));
            }
        }
        std::ranges::stable_sort(
            out, [](const Profile& a, const Profile& b) { return a.detect.rank > b.detect.rank; });
        return out;
    }();
    return all;
}

Detected detect(std::span<const JsonTree> objects) {
    Detected out;
    bool isOursInPart = false;
    for (const auto& profile : shippedProfiles()) {
        auto reason = reasonFor(profile, objects);
        if (reason.empty()) {
            continue;
        }
        // A row or two like ours among another tool's do not make it ours: the rest would be lost.
        if (out.profile == kLessonProfile && isOursInPart) {
            out.others.push_back(std::exchange(out.profile, {}));
        }
        if (out.profile.empty()) {
            isOursInPart = profile.name == kLessonProfile && !fitsMost(profile, objects);
            out.profile = profile.name;
            out.reason = std::move(reason);
        } else {
            out.others.push_back(profile.name);
        }
    }
    return out;
}

} // namespace goldpan::profiles
