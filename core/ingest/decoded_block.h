// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// DecodedBlock: what one block of lines became. A value that crosses from a decoding thread to the store's.
#pragma once

#include "core/domain/logged_correction.h"
#include "core/ingest/block_reader.h"
#include "core/ingest/entry_decoder.h"
#include "core/ingest/mapped_tally.h"
#include "core/store/importer.h"

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::ingest {

struct DecodedBlock {
    std::vector<store::ImportRow> rows;
    std::vector<store::QuarantinedLine> bad;
    bool hasObject = false; ///< at least one line is a JSON object, good or not
    std::int64_t repaired = 0;
    std::int64_t pending = 0; ///< 1 where the last line of the log is torn and may grow
    std::int64_t bytesRead = 0;
    redact::RedactionCounts redacted; ///< of the rows
    MappedTally mapped;               ///< where a profile read the log
    std::map<std::string, MappedTally>
        earlier; ///< of earlier logs of the import, by the name that the report has of them
    std::vector<LoggedCorrection> corrections;
};

/// Blank lines are passed over. Breaks off between lines when stopped.
[[nodiscard]] DecodedBlock decodeBlock(const LineBlock& block, EntryDecoder& decoder,
                                       const std::stop_token& stop);

} // namespace goldpan::ingest
