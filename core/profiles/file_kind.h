// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FileKind: how a file holds its JSON objects, known by how it begins. Pure functions; safe on any thread.
#pragma once

#include <optional>
#include <string_view>

namespace goldpan::profiles {

enum class FileKind {
    unknown, ///< nothing but white space so far
    lines,   ///< JSONL
    stream,  ///< objects one after the other, over as many lines as they like
    array,   ///< one array, whose elements are the objects
    events,  ///< server-sent events
};

/// Of a file that begins with `text`, which begins with no white space and is not empty; `isEnd`: and has no
/// more. None where more of it has to be seen, which comes to an end after a megabyte.
[[nodiscard]] std::optional<FileKind> fileKindOf(std::string_view text, bool isEnd);

} // namespace goldpan::profiles
