// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a log a store holds already, from a look at both ends of the file. A free function; the thread
// of its store.
#pragma once

#include "core/base/result.h"
#include "core/ingest/entry_decoder.h"

#include <cstdint>
#include <string>

namespace goldpan::store {
class EntryReader;
}

namespace goldpan::ingest {

enum class LogHolding : std::uint8_t {
    none, ///< none of the first and last lines, or they cannot be read
    some,
    all, ///< its last line; a log is stored in its own order
};

[[nodiscard]] Result<LogHolding> holdingOf(const std::string& log, EntryDecoder& decoder,
                                           store::EntryReader& entries);

} // namespace goldpan::ingest
