// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_follower.h"

#include "core/base/files.h"
#include "core/ingest/file_identity.h"
#include "core/ingest/log_name.h"
#include "core/ingest/log_traces.h"
#include "core/ingest/watch_lock.h"
#include "core/store/store.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace goldpan::ingest {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t kBatch = std::size_t{1} << 20; // bytes between two looks at the wish to stop
constexpr auto kPoll = std::chrono::milliseconds(200);
constexpr int kListings = 10; // of the folder, where files get other names while they are read

void waitAWhile(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, kPoll, [] { return false; });
}

} // namespace

LogFollower::LogFollower(store::Store& store, const redact::Redactor& redactor, FollowSpec spec)
    : m_store(store)
    , m_spec(std::move(spec))
    , m_lines(store, redactor, m_spec)
    , m_rotated(m_spec.log)
    , m_memory(store.importer(), logKey(m_spec.log, redactor),
               [this](const std::string& path) { return m_lines.sourceOf(path); }) {}

Result<void> LogFollower::run(ImportReport& report, const std::stop_token& stop) {
    const auto begun = Steady::now();
    if (isSameFile(m_spec.log, m_store.path())) {
        return fail(ErrorCode::usage, "this is the store itself, not a log", m_spec.log);
    }
    const auto lock = lockWatch(m_store.path(), m_spec.log);
    if (!lock) {
        return std::unexpected(lock.error());
    }
    if (auto opened = m_lines.open(); !opened) {
        return opened;
    }
    auto followed = follow(report, stop);
    if (auto finished = m_lines.finish(); followed && !finished) {
        followed = finished;
    }
    report.pending = (m_file && m_file->hasRest()) || (m_growing && m_growing->hasRest()) ? 1 : 0;
    report.complete = followed.has_value();
    report.seconds += std::chrono::duration<double>(Steady::now() - begun).count();
    return followed;
}

Result<void> LogFollower::follow(ImportReport& report, const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        if (auto left = leaveCut(m_file); !left) {
            return left;
        }
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

Result<void> LogFollower::catchUp(ImportReport& report, const std::stop_token& stop) {
    if (!std::exchange(m_hasLooked, true)) {
        if (auto looked = lookFirst(report, stop); !looked) {
            return looked;
        }
    }
    if (auto left = leaveCut(m_growing); !left) {
        return left;
    }
    std::vector<FileState> done; // one that somebody still writes to is not read for ever
    if (m_file) {
        done.push_back(m_file->state());
    }
    for (int listing = 0; listing < kListings; ++listing) {
        if (auto named = followNames(report, stop); !named) {
            return named;
        }
        bool isAll = true;
        const auto found = m_rotated.unknown();
        for (const auto& log : found) {
            if (std::ranges::any_of(done, [&](const auto& one) { return one.isSameFile(log.state); })) {
                continue;
            }
            auto read = readRotated(log, &log == &found.back(), report, stop);
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
    if (m_file) {
        return finishGrowing(report, stop);
    }
    const auto read = m_growing ? drain(*m_growing, report, stop) : Result<bool>(false);
    return read ? Result<void>() : std::unexpected(read.error()); // it may be in no listing any more
}

Result<void> LogFollower::lookFirst(ImportReport& report, const std::stop_token& stop) {
    const auto all = m_rotated.withTheLog().value_or(std::vector<RotatedLog>());
    const auto passed = m_memory.open(m_rotated.unknown(), all, [&] {
        return hasTraces(
            m_store, all, [this](const std::string& path) { return m_lines.sourceOf(path); },
            m_lines.decoder());
    });
    if (!passed) {
        return std::unexpected(passed.error());
    }
    if (*passed > 0 && m_spec.passedOver) {
        m_spec.passedOver(*passed);
    }
    if (auto named = followNames(report, stop); !named) { // of copies, the numbers too
        return named;
    }
    for (const auto& log : m_rotated.unknown()) {
        if (m_memory.isRead(log)) {
            m_rotated.know(log.state);
        }
    }
    return {};
}

Result<void> LogFollower::followNames(ImportReport& report, const std::stop_token& stop) {
    auto now = m_rotated.withTheLog();
    if (!now || *now == m_listed) {
        return {};
    }
    m_listed = *now;
    // A listing may miss a file that is renamed meanwhile, and it would be taken for gone.
    if (auto again = m_rotated.withTheLog()) {
        again->insert(again->end(), now->begin(), now->end());
        now = std::move(again);
    }
    return m_memory.followNames(*now, [&]() -> Result<bool> {
        // To its end, as long as it is open: it may be gone from the folder. Under its old name, for the
        // account of sampling is of one session.
        if (auto finished = finishGrowing(report, stop); !finished) {
            return std::unexpected(finished.error());
        }
        return !m_growing;
    });
}

Result<bool> LogFollower::readRotated(const RotatedLog& log, bool isNewest, ImportReport& report,
                                      const std::stop_token& stop) {
    if (m_growing && !m_growing->state().isSameFile(log.state)) {
        if (auto finished = finishGrowing(report, stop); !finished || stop.stop_requested()) {
            return finished ? Result<bool>(false) : std::unexpected(finished.error());
        }
    }
    if (!m_growing) {
        auto opened = FollowedFile::open(log.path);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        if (!*opened || !(*opened)->state().isSameFile(log.state)) {
            return false;
        }
        m_growing = std::move(*opened);
    }
    if (m_file || !isNewest) {
        auto finished = finishGrowing(report, stop);
        return finished ? Result<bool>(true) : std::unexpected(finished.error());
    }
    // Its writer may not know yet that it was renamed: kept open, and looked at again.
    auto read = drain(*m_growing, report, stop);
    return read ? Result<bool>(true) : read;
}

Result<void> LogFollower::leaveCut(std::optional<FollowedFile>& file) {
    if (!file || !file->isCut()) {
        return {};
    }
    file.reset();
    return m_lines.finish();
}

Result<void> LogFollower::finishGrowing(ImportReport& report, const std::stop_token& stop) {
    if (!m_growing) {
        return {};
    }
    const auto state = m_growing->state();
    if (auto read = drain(*m_growing, report, stop); !read || stop.stop_requested()) {
        return read ? Result<void>() : std::unexpected(read.error());
    }
    if (m_growing->isCut()) {
        return leaveCut(m_growing);
    }
    if (auto finished = finishFile(*m_growing, report); !finished) {
        return finished;
    }
    m_growing.reset();
    m_rotated.know(state);
    return {};
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
        if (!m_lines.hasBegun()) { // by this name its lines can be found again, whatever happens
            if (auto noted = note(file, 0); !noted) {
                return std::unexpected(noted.error());
            }
        }
        if (auto stored = m_lines.add(**block, file.path(), report); !stored) {
            return std::unexpected(stored.error());
        }
        if (auto noted = note(file, file.givenBytes()); !noted) {
            return std::unexpected(noted.error());
        }
    }
    return grew;
}

Result<void> LogFollower::finishFile(FollowedFile& file, ImportReport& report) {
    if (const auto rest = file.rest()) {
        if (auto stored = m_lines.add(*rest, file.path(), report); !stored) {
            return stored;
        }
    }
    if (auto finished = m_lines.finish(); !finished) {
        return finished;
    }
    return note(file, file.givenBytes());
}

Result<void> LogFollower::note(const FollowedFile& file, std::int64_t readBytes) {
    const auto head = file.head(kHeadBytes);
    if (file.isCut()) { // what was read has another head
        return {};
    }
    return m_memory.note(file.path(), file.state(), head, readBytes);
}

} // namespace goldpan::ingest
