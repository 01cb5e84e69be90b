// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_pipe.h"

#include <algorithm>
#include <utility>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kPromptBytes = std::size_t{64} << 10;

std::int64_t lastLineOf(const LineBlock& block) {
    const auto ended = std::ranges::count(block.text, '\n');
    return block.firstLine + std::max<std::int64_t>(ended - (block.text.ends_with('\n') ? 1 : 0), 0);
}

} // namespace

LogPipe::LogPipe(LogSource source, const redact::Redactor& redactor, const redact::UserKey& users,
                 LogWriter& writer)
    : m_reader(std::move(source), {.block = kPromptBytes, .line = kMaxLineBytes, .isPrompt = true})
    , m_decoder(redactor, users)
    , m_writer(writer) {}

Result<void> LogPipe::run(PipeReport& report, const PipeListener& listener, bool drops,
                          const std::stop_token& stop) {
    report = {};
    for (;;) {
        auto block = m_reader.next(stop);
        if (!block) {
            return block.error().code == ErrorCode::cancelled ? Result<void>()
                                                              : std::unexpected(block.error());
        }
        if (!*block) {
            report.isWhole = true;
            return {};
        }
        (*block)->mayGrow = false; // the end of a stream is its end
        auto decoded = decodeBlock(**block, m_decoder, stop);
        report.redacted.add(decoded.redacted);
        for (const auto& bad : decoded.bad) {
            ++report.quarantined;
            if (listener.badLine) {
                listener.badLine(bad);
            }
        }
        if (!give(decoded, listener, drops, stop)) {
            return {};
        }
        if (listener.settling && !stop.stop_requested()) { // bad and blank lines are settled as well
            listener.settling(lastLineOf(**block), LogTicket(TicketState::acknowledged));
        }
    }
}

/// False where it was stopped.
bool LogPipe::give(DecodedBlock& block, const PipeListener& listener, bool drops,
                   const std::stop_token& stop) {
    for (auto& row : block.rows) {
        const auto line = row.line;
        const auto ticket =
            drops ? m_writer.append(std::move(row)) : m_writer.appendWaiting(std::move(row), stop);
        if (!drops && ticket.state() == TicketState::dropped) {
            return false;
        }
        if (listener.settling) {
            listener.settling(line, ticket);
        }
    }
    return true;
}

} // namespace goldpan::ingest
