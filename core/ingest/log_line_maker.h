// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogLineMaker: an entry as it came from the endpoint into a line that may be written: redacted by the very
// code that imports use, sampled, with its weight. Owns parsers and buffers: one object, one thread.
#pragma once

#include "core/domain/policy.h"
#include "core/ingest/entry_decoder.h"
#include "core/ingest/log_ticket.h"
#include "core/sampling/sampling_budget.h"

#include <expected>
#include <string>

namespace goldpan::ingest {

/// Whether the entry is kept whatever the budget is, as far as its own content says. Cheap: the request path
/// asks.
[[nodiscard]] bool isFlagged(const LogEntry& entry, const Policy& policy);

class LogLineMaker {
public:
    /// `redactor` must outlive this.
    LogLineMaker(const redact::Redactor& redactor, const redact::UserKey& users, const Policy& policy,
                 const sampling::SamplingBudget& budget);

    /// Without line feed; `sampledOut`, or `failed` where a decoder would refuse it. `isRedacted`: it comes
    /// from a decoder. `inOpenWindow`: all of that time is kept.
    [[nodiscard]] std::expected<std::string, TicketState> make(LogEntry entry, bool isRedacted,
                                                               bool inOpenWindow);

    [[nodiscard]] const redact::RedactionCounts& redacted() const { return m_redacted; }

private:
    EntryDecoder m_decoder;
    Policy m_policy;
    sampling::SamplingBudget m_budget;
    redact::RedactionCounts m_redacted;
};

} // namespace goldpan::ingest
