// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SurrogateHalves: the two halves of one character that a server cut between two events of a stream. Each is
// held in its text until the texts are joined. A value; one stream, one thread.
#pragma once

#include "core/base/json_tree.h"

#include <optional>
#include <string_view>

namespace goldpan::profiles {

class SurrogateHalves {
public:
    /// As parseJsonTree(), with what Python writes that is no JSON (NaN) as null; an escape of half a
    /// character is kept for join().
    [[nodiscard]] std::optional<JsonTree> parse(std::string_view event);

    /// Halves that have met become their character, any other U+FFFD.
    void join(JsonTree& body) const;

private:
    bool m_hasHalves = false;
};

} // namespace goldpan::profiles
