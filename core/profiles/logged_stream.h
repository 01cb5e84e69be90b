// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A streamed answer as loggers keep it: the text of its events, or a list of what they held. Pure functions;
// safe on any thread.
#pragma once

#include "core/profiles/sse_join.h"

#include <vector>

namespace goldpan::profiles {

/// joinStreams() of the value; none where it is no stream.
[[nodiscard]] std::vector<JoinedStream> joinLogged(const JsonTree& value);

} // namespace goldpan::profiles
