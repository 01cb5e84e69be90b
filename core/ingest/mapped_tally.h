// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MappedTally: what a profile made of the records of a log besides rows, with the places where. A value.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace goldpan::ingest {

struct MappedTally {
    struct Reason {
        std::int64_t count = 0;
        std::vector<std::int64_t> lines; ///< of the first few
    };
    std::map<std::string, Reason> skipped;     ///< records that are no rows, by why
    std::map<std::string, Reason> quarantined; ///< what should have been rows, by what is wrong
    std::map<std::string, Reason> ambiguous;   ///< rows that could have been read in another way, by which
    /// Of the companion files, which are held in memory.
    struct Companions {
        std::int64_t objects = 0;
        std::int64_t unmatched = 0;           ///< joined to no row
        std::int64_t unused = 0;              ///< of no join of the profile
        std::map<std::string, Reason> broken; ///< "FILE: reason"
    } companions;
    bool readWhole = false; ///< the format does not allow to read it piece by piece

    void skip(const std::string& reason, std::int64_t line) { count(skipped[reason], line); }
    void refuse(const std::string& reason, std::int64_t line) { count(quarantined[reason], line); }
    void doubt(const std::string& reason, std::int64_t line) { count(ambiguous[reason], line); }
    void breakCompanion(const std::string& reason, std::int64_t line) {
        count(companions.broken[reason], line);
    }
    void add(const MappedTally& other);

private:
    static void count(Reason& reason, std::int64_t line);
};

} // namespace goldpan::ingest
