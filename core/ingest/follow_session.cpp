// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/follow_session.h"

#include "core/ingest/decoded_block.h"
#include "core/ingest/log_name.h"
#include "core/ingest/profile_use.h"
#include "core/store/store.h"

#include <iterator>
#include <span>
#include <utility>

namespace goldpan::ingest {

FollowSession::FollowSession(store::Store& store, const redact::Redactor& redactor, const FollowSpec& spec)
    : m_store(store)
    , m_redactor(redactor)
    , m_spec(spec)
    , m_decoder(redactor, spec.users) {}

std::string FollowSession::sourceOf(const std::string& path) const {
    return m_redactor.redacted(fullLogName(path));
}

Result<void> FollowSession::open() {
    auto guard =
        UserKeyGuard::open(m_store, m_spec.users, m_spec.keyChange, m_redactor.redacted(m_spec.operatorName));
    if (!guard) {
        return std::unexpected(guard.error());
    }
    m_guard = *guard;
    return {};
}

Result<void> FollowSession::begin(const std::string& path) {
    auto session = m_store.importer().begin(sourceOf(path), m_redactor.redacted(m_spec.operatorName),
                                            {.rule = m_spec.keep});
    if (!session) {
        return std::unexpected(session.error());
    }
    m_session = std::move(*session);
    return {};
}

Result<void> FollowSession::checkRules() const {
    const auto isOutdated = m_spec.hasOtherRules ? m_spec.hasOtherRules() : Result<bool>(false);
    if (!isOutdated) {
        return std::unexpected(isOutdated.error());
    }
    return *isOutdated ? fail(ErrorCode::conflict, "the store has other redaction rules by now")
                       : Result<void>{};
}

Result<void> FollowSession::add(const LineBlock& block, const std::string& path, ImportReport& report) {
    // A batch that was begun is ended: it is small, and half of one would be counted as pending.
    const auto decoded = decodeBlock(block, m_decoder, {});
    m_isOurs = m_isOurs || !decoded.rows.empty();
    if (auto followable = m_isOurs ? Result<void>() : checkIsFollowable(path, {}); !followable) {
        return followable;
    }
    if (auto sameRules = checkRules(); !sameRules) {
        return sameRules;
    }
    if (auto remembered = m_guard->rememberBeforeRows(); !remembered) {
        return remembered;
    }
    if (!m_session) {
        if (auto begun = begin(path); !begun) {
            return begun;
        }
    }
    if (!decoded.bad.empty()) {
        if (auto kept = m_session->quarantine(decoded.bad); !kept) {
            return kept;
        }
        report.read += std::ssize(decoded.bad);
        report.quarantined += std::ssize(decoded.bad);
    }
    const auto tally = m_session->add(
        decoded.rows,
        [&] {
            auto admitted = m_guard->admit(decoded.redacted);
            return admitted ? checkRules() : admitted;
        },
        [&](const store::ImportTally& stored) { return m_guard->rememberFor(stored); });
    if (!tally) {
        return std::unexpected(tally.error());
    }
    const auto taken = tally->stored + tally->duplicate + tally->sampledOut;
    report.tally.add(*tally);
    report.read += taken;
    report.repaired += decoded.repaired;
    report.redacted.add(decoded.redacted);
    if (taken < std::ssize(decoded.rows)) { // the next call says what broke it off
        const auto broken = m_session->add(std::span(decoded.rows).subspan(static_cast<std::size_t>(taken)));
        return broken ? fail(ErrorCode::internal, "the store took only a part of the lines")
                      : Result<void>(std::unexpected(broken.error()));
    }
    return {};
}

Result<void> FollowSession::finish() {
    if (!m_session) {
        return {};
    }
    auto finished = m_session->finish();
    m_session.reset();
    return finished;
}

} // namespace goldpan::ingest
