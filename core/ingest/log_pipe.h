// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogPipe: raw entries from a stream into a log writer, line by line as they come. One object, one thread.
#pragma once

#include "core/ingest/decoded_block.h"
#include "core/ingest/log_source.h"
#include "core/ingest/log_writer.h"

#include <cstdint>
#include <functional>
#include <stop_token>

namespace goldpan::ingest {

struct PipeReport {
    std::int64_t quarantined = 0; ///< lines that are no entries; they are in no log
    redact::RedactionCounts redacted;
    bool isWhole = false; ///< the stream was read to its end
};

/// Who wants to know; any of them may be empty.
struct PipeListener {
    std::function<void(const store::QuarantinedLine&)> badLine;
    /// Line numbers ascend; a line is settled when its ticket and all before it are.
    std::function<void(std::int64_t line, LogTicket)> settling;
};

class LogPipe {
public:
    /// `redactor` and `writer` must outlive this.
    LogPipe(LogSource source, const redact::Redactor& redactor, const redact::UserKey& users,
            LogWriter& writer);

    /// To the end of the stream, or until `stop` asks, which is no error: what was taken goes its way. Waits
    /// for room in the writer's queue, unless it `drops`.
    [[nodiscard]] Result<void> run(PipeReport& report, const PipeListener& listener, bool drops,
                                   const std::stop_token& stop);

private:
    [[nodiscard]] bool give(DecodedBlock& block, const PipeListener& listener, bool drops,
                            const std::stop_token& stop);

    BlockReader m_reader;
    EntryDecoder m_decoder;
    LogWriter& m_writer;
};

} // namespace goldpan::ingest
