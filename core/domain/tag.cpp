// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/tag.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace goldpan {

std::uint32_t flagOfTag(std::string_view tag) {
    if (tag == kTagOperatorReview) {
        return FlagMarked;
    }
    if (tag == kTagDriftWindow) {
        return FlagDriftWindow;
    }
    return tag == kTagUserNegative ? std::uint32_t{FlagUserNegative} : 0U;
}

Result<void> checkTag(std::string_view tag) {
    if (tag.empty()) {
        return fail(ErrorCode::badValue, "a tag cannot be empty");
    }
    if (tag.size() > 200) {
        return fail(ErrorCode::badValue, "a tag can be 200 bytes long at most");
    }
    const bool control =
        std::ranges::any_of(tag, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (control || !isValidUtf8(tag)) {
        return fail(ErrorCode::badValue, "a tag is one line of valid text");
    }
    return {};
}

} // namespace goldpan
