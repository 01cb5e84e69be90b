// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MappedLog: the records of another tool's log, one after the other, as its profile reads them. Streams, but
// for server-sent events; what companions say is held in memory. One object a reading, one thread.
#pragma once

#include "core/base/result.h"
#include "core/ingest/profile_use.h"
#include "core/profiles/entry_mapper.h"
#include "core/profiles/object_splitter.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace goldpan::ingest {

struct MappedRecord {
    std::int64_t line = 0; ///< where the object that it stands in begins
    profiles::EntryMapper::Outcome outcome;
    bool repaired = false;
    std::string earlierLog = {}; ///< path, where it stands in an earlier log of the import
    std::int64_t earlierLine = 0;
};

struct BadObject {
    std::int64_t line = 0;
    std::string reason;
    bool mayGrow = false;       ///< the last of a file that a writer may append to
    std::string companion = {}; ///< the path, where it stands in a companion file
};

class MappedLog {
public:
    struct Takers {
        std::function<Result<void>(MappedRecord)> record;
        std::function<Result<void>(BadObject)> bad;
        /// After each piece of the file, with the packed bytes read so far; may break off.
        std::function<Result<void>(std::int64_t)> piece;
        /// At the end: gold that was said of a trace, which has turned out to be of one call. May be missing.
        std::function<void(LoggedCorrection)> correction = {};
    };

    MappedLog(std::string path, const ProfileUse& use)
        : m_path(std::move(path))
        , m_use(use)
        , m_companions(*use.profile) {}

    /// `use` must outlive this. Errors of the file come after what could be read of it.
    [[nodiscard]] Result<void> read(const std::stop_token& stop, const Takers& takers);

    [[nodiscard]] profiles::FileKind kind() const { return m_kind; }
    [[nodiscard]] const profiles::Companions& companions() const { return m_companions; }

private:
    [[nodiscard]] Result<void> readCompanion(const std::string& path, const std::stop_token& stop,
                                             const Takers& takers);
    [[nodiscard]] Result<void> give(std::vector<profiles::EntryMapper::Outcome> outcomes, std::int64_t line,
                                    bool repaired, const Takers& takers);

    std::string m_path;
    const ProfileUse& m_use;
    profiles::Companions m_companions;
    profiles::FileKind m_kind = profiles::FileKind::unknown;
};

} // namespace goldpan::ingest
