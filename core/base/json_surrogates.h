// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lone surrogate escapes in JSON text, which Python writes and UTF-8 cannot hold. Pure function; safe on any
// thread.
#pragma once

#include <string>

namespace goldpan {

/// Rewrites each `\uD800`..`\uDFFF` escape without its other half as `\uFFFD`, in place and without moving a
/// byte, so that positions in error messages still fit. Answers whether there was one.
bool replaceLoneSurrogates(std::string& json);

} // namespace goldpan
