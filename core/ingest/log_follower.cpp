// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_follower.h"

#include "core/base/files.h"
#include "core/ingest/decoded_block.h"
#include "core/ingest/log_holding.h"
#include "core/store/store.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <ranges>
#include <span>
#include <utility>

namespace goldpan::ingest {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kBatch = std::size_t{1} << 20; // bytes between two looks at the wish to stop
constexpr auto kPoll = std::chrono::milliseconds(200);
constexpr int kListings = 10; // of the folder, where files get other names while they are read
// The order of two files by their last write is only known up to the clock.
constexpr std::int64_t kSlackNanos = 2'000'000'000;

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
    , m_decoder(redactor, m_spec.users)
    , m_rotated(m_spec.log) {}

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
            // Listed after the log was opened: what was rotated before it is there.
            if (auto done = catchUp(report, stop); !done) {
                return done;
            }
        }
        // Asked before reading: a writer that has renamed the log writes to it until it opens the next one.
        const bool isReplaced = m_file && m_file->isReplaced();
        const auto state = m_file ? m_file->state() : FileState();
        auto grew = m_file ? drain(*m_file, report, stop) : Result<bool>(false);
        if (!grew) {
            return std::unexpected(grew.error());
        }
        if (*grew || stop.stop_requested()) {
            continue;
        }
        if (isReplaced) {
            if (auto finished = finishFile(*m_file, report); !finished) {
                return finished;
            }
            if (auto renamed = giveNewName(state); !renamed) {
                return renamed;
            }
            m_rotated.know(state);
            m_file.reset();
            continue;
        }
        if (m_spec.once) {
            return {};
        }
        waitAWhile(stop);
    }
    return {};
}

/// What is kept by the name of the log was of this file: the next one of that name has other lines.
Result<void> LogFollower::giveNewName(const FileState& file) {
    const auto path = m_rotated.pathOf(file);
    return path ? m_store.importer().renameSource(sourceOf(m_spec.log), sourceOf(*path)) : Result<void>();
}

std::string LogFollower::sourceOf(const std::string& path) const {
    return m_redactor.redacted(std::filesystem::absolute(path).lexically_normal().string());
}

Result<void> LogFollower::catchUp(ImportReport& report, const std::stop_token& stop) {
    if (!std::exchange(m_hasLooked, true)) {
        if (auto passed = passOverHeld(); !passed) {
            return passed;
        }
    }
    std::vector<FileState> done; // one that somebody still writes to is not read for ever
    if (m_file) {
        done.push_back(m_file->state());
    }
    for (int listing = 0; listing < kListings; ++listing) {
        bool isAll = true;
        for (const auto& log : m_rotated.unknown()) {
            if (std::ranges::any_of(done, [&](const auto& one) { return one.isSameFile(log.state); })) {
                continue;
            }
            auto read = readRotated(log, report, stop);
            if (!read || stop.stop_requested()) {
                return read ? Result<void>() : std::unexpected(read.error());
            }
            if (*read) {
                done.push_back(log.state);
            }
            isAll = isAll && *read;
        }
        if (isAll) {
            break;
        }
    }
    return {};
}

/// At first only those that came after the newest one the store has rows of: a watch that never was cannot
/// have missed any.
Result<void> LogFollower::passOverHeld() {
    const auto found = m_rotated.unknown();
    std::vector<FileState> missed;
    std::optional<std::int64_t> newestHeld;
    for (const auto& log : found | std::views::reverse) {
        if (newestHeld && log.state.writtenNanos < *newestHeld - kSlackNanos) {
            break;
        }
        const auto holding = holdingOf(log.path, m_decoder, m_store.entries());
        if (!holding) {
            return std::unexpected(holding.error());
        }
        if (*holding != LogHolding::none && !newestHeld) {
            newestHeld = log.state.writtenNanos;
        }
        if (*holding != LogHolding::all) {
            missed.push_back(log.state);
        }
    }
    for (const auto& log : found) {
        if (!newestHeld || std::ranges::find(missed, log.state) == missed.end()) {
            m_rotated.know(log.state);
        }
    }
    return {};
}

Result<bool> LogFollower::readRotated(const RotatedLog& log, ImportReport& report,
                                      const std::stop_token& stop) {
    auto opened = FollowedFile::open(log.path);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (!*opened || !(*opened)->state().isSameFile(log.state)) {
        return false;
    }
    auto& file = **opened;
    const auto state = file.state();
    if (auto read = drain(file, report, stop); !read || stop.stop_requested()) {
        return read;
    }
    if (auto finished = finishFile(file, report); !finished) {
        return std::unexpected(finished.error());
    }
    m_rotated.know(state);
    return true;
}

Result<bool> LogFollower::drain(FollowedFile& file, ImportReport& report, const std::stop_token& stop) {
    bool grew = false;
    while (!stop.stop_requested()) {
        auto block = file.next(kBatch);
        if (!block) {
            return std::unexpected(block.error());
        }
        if (!*block) {
            break;
        }
        grew = true;
        if (auto stored = storeBlock(**block, file.path(), report); !stored) {
            return std::unexpected(stored.error());
        }
    }
    return grew;
}

Result<void> LogFollower::storeBlock(const LineBlock& block, const std::string& path, ImportReport& report) {
    // A batch that was begun is ended: it is small, and half of one would be counted as pending.
    const auto decoded = decodeBlock(block, m_decoder, {});
    if (!m_session) {
        auto session = m_store.importer().begin(sourceOf(path), m_redactor.redacted(m_spec.operatorName),
                                                {.rule = m_spec.keep});
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

Result<void> LogFollower::finishFile(FollowedFile& file, ImportReport& report) {
    if (const auto rest = file.rest()) {
        if (auto stored = storeBlock(*rest, file.path(), report); !stored) {
            return stored;
        }
    }
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
