// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_line_maker.h"

#include "core/base/sha256.h"
#include "core/domain/log_row.h"
#include "core/domain/row_flags.h"
#include "core/sampling/sample_weight.h"

#include <cmath>

namespace goldpan::ingest {

bool isFlagged(const LogEntry& entry, const Policy& policy) {
    const sampling::SamplingCandidate row{.flags = flagsOfRow(entry.tags, entry.responseLogprob, policy)};
    return sampling::reasonOf(row) != sampling::SamplingReason::healthy;
}

LogLineMaker::LogLineMaker(const redact::Redactor& redactor, const redact::UserKey& users,
                           const Policy& policy, const sampling::SamplingBudget& budget)
    : m_decoder(redactor, users)
    , m_policy(policy)
    , m_budget(budget) {}

std::expected<std::string, TicketState> LogLineMaker::make(LogEntry entry, bool isRedacted,
                                                           bool inOpenWindow) {
    if (!isRedacted) {
        if (entry.responseLogprob && !std::isfinite(*entry.responseLogprob)) {
            return std::unexpected(TicketState::failed);
        }
        // By way of its text: then there is one reading of what is good and what is private, not two.
        auto decoded = m_decoder.decode(logRow(entry), m_redacted);
        if (!decoded) {
            return std::unexpected(TicketState::failed);
        }
        entry = std::move(decoded->row.entry);
    }
    const auto decision = m_budget.decide({.keyHash = stableHash64(entry.requestId),
                                           .flags = flagsOfRow(entry.tags, entry.responseLogprob, m_policy),
                                           .inOpenWindow = inOpenWindow});
    if (!decision.keep) {
        return std::unexpected(TicketState::sampledOut);
    }
    if (decision.weight > sampling::weightOf(entry.meta)) { // a log that was sampled before may say more
        sampling::setWeight(entry.meta, decision.weight);
    }
    return logRow(entry);
}

} // namespace goldpan::ingest
