// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One object of another tool's log as a tree, mended where its writer's JSON is not quite JSON. Pure
// function; safe on any thread.
#pragma once

#include "core/base/json_tree.h"
#include "core/ingest/entry_decoder.h"

#include <optional>
#include <string_view>

namespace goldpan::ingest {

inline constexpr std::size_t kMaxObjectBytes = kMaxLineBytes;

struct ParsedObject {
    JsonTree tree;
    bool repaired = false;                ///< lone surrogates or Python's NaN were mended
    std::optional<DecodeFailure> failure; ///< then `tree` holds nothing
};

[[nodiscard]] ParsedObject parseObject(std::string_view text);

} // namespace goldpan::ingest
