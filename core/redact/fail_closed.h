// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a text when redacting it fails: it is dropped, never passed on. A function template; safe
// on any thread.
#pragma once

#include "core/redact/redactor.h"
#include "core/redact/scan/token_shape.h"

#include <optional>
#include <string>
#include <utility>

namespace goldpan::redact {

/// `work` redacts into the counts it is given. Where it throws, `[DROPPED]` takes the place of the text, and
/// `counts` gets one failure and nothing else.
template <typename Work>
[[nodiscard]] std::optional<std::string> orDropped(RedactionCounts& counts, Work&& work) {
    try {
        RedactionCounts found;
        std::optional<std::string> out = std::forward<Work>(work)(found);
        counts.add(found);
        return out;
    } catch (...) { // whatever it was: the text may not go on
        ++counts.failed;
        return std::string(kDroppedToken);
    }
}

} // namespace goldpan::redact
