// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_follower.h"

#include "core/base/files.h"
#include "core/ingest/decoded_block.h"
#include "core/store/store.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <span>
#include <utility>

namespace goldpan::ingest {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kBatch = std::size_t{1} << 20; // bytes between two looks at the wish to stop
constexpr auto kPoll = std::chrono::milliseconds(200);

void waitAWhile(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, kPoll, [] { return false; });
}

} // namespace

LogFollower::LogFollower(store::Store& store, const redact::Redactor& redactor, FollowSpec spec)
    : m_store(store)
    , m_redactor(redactor)
    , m_spec(std::move(spec))
    , m_decoder(redactor, m_spec.users) {}

Result<void> LogFollower::run(ImportReport& report, const std::stop_token& stop) {
    const auto begun = Steady::now();
    report = {};
    auto followed = isSameFile(m_spec.log, m_store.path())
                        ? fail(ErrorCode::usage, "this is the store itself, not a log", m_spec.log)
                        : follow(report, stop);
    if (auto finished = finishSession(); followed && !finished) {
        followed = finished;
    }
    report.pending = m_file && m_file->hasRest() ? 1 : 0;
    report.complete = followed.has_value();
    report.seconds = std::chrono::duration<double>(Steady::now() - begun).count();
    return followed;
}

Result<void> LogFollower::follow(ImportReport& report, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (!m_file) {
            auto opened = FollowedFile::open(m_spec.log);
            if (!opened) {
                return std::unexpected(opened.error());
            }
            m_file = std::move(*opened);
        }
        // Asked before reading: a writer that has renamed the log writes to it until it opens the next one.
        const bool isReplaced = m_file && m_file->isReplaced();
        auto grew = m_file ? drain(report, stop) : Result<bool>(false);
        if (!grew) {
            return std::unexpected(grew.error());
        }
        if (*grew) {
            continue;
        }
        if (isReplaced) {
            if (auto closed = closeFile(report); !closed) {
                return closed;
            }
            continue;
        }
        if (m_spec.once) {
            return {};
        }
        waitAWhile(stop);
    }
    return {};
}

Result<bool> LogFollower::drain(ImportReport& report, const std::stop_token& stop) {
    bool grew = false;
    while (!stop.stop_requested()) {
        auto block = m_file->next(kBatch);
        if (!block) {
            return std::unexpected(block.error());
        }
        if (!*block) {
            break;
        }
        grew = true;
        if (auto stored = storeBlock(**block, report); !stored) {
            return std::unexpected(stored.error());
        }
    }
    return grew;
}

Result<void> LogFollower::storeBlock(const LineBlock& block, ImportReport& report) {
    // A batch that was begun is ended: it is small, and half of one would be counted as pending.
    const auto decoded = decodeBlock(block, m_decoder, {});
    if (!m_session) {
        const auto source = std::filesystem::absolute(m_spec.log).lexically_normal().string();
        auto session = m_store.importer().begin(m_redactor.redacted(source),
                                                m_redactor.redacted(m_spec.operatorName), {});
        if (!session) {
            return std::unexpected(session.error());
        }
        m_session = std::move(*session);
    }
    if (!decoded.bad.empty()) {
        if (auto kept = m_session->quarantine(decoded.bad); !kept) {
            return kept;
        }
        report.read += std::ssize(decoded.bad);
        report.quarantined += std::ssize(decoded.bad);
    }
    const auto tally = m_session->add(decoded.rows);
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

Result<void> LogFollower::closeFile(ImportReport& report) {
    if (const auto rest = m_file->rest()) {
        if (auto stored = storeBlock(*rest, report); !stored) {
            return stored;
        }
    }
    m_file.reset();
    return finishSession();
}

Result<void> LogFollower::finishSession() {
    if (!m_session) {
        return {};
    }
    auto finished = m_session->finish();
    m_session.reset();
    return finished;
}

} // namespace goldpan::ingest
