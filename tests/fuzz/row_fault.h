// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowFault: what must hold of every row on its way to the store, whatever log it came from. Free functions; a
// decoder's thread.
#pragma once

#include "core/domain/log_entry.h"
#include "core/ingest/entry_decoder.h"

#include <string>

namespace goldpan::test {

/// What is wrong with a row that was decoded and redacted, as a sentence; empty where nothing is: it is one
/// line of UTF-8 and JSON, and reads back as itself with nothing left to redact.
[[nodiscard]] std::string rowFault(const LogEntry& entry, ingest::EntryDecoder& decoder);

/// Says the fault and ends the program, so that the fuzzer keeps the input; an empty one is none.
void abortOn(const std::string& fault);

} // namespace goldpan::test
