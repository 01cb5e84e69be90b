// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Companions: the objects of companion files, by what joins them to the rows. They are held in memory,
// feedback as a few words each: a log is read once and its feedback may stand anywhere in its own file. One
// object, one thread.
#pragma once

#include "core/domain/logged_correction.h"
#include "core/profiles/feedback.h"
#include "core/profiles/profile.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace goldpan::profiles {

class Companions {
public:
    /// `profile` must outlive this.
    explicit Companions(const Profile& profile)
        : m_profile(profile) {}

    /// One object of a companion file: offered to every join of the profile.
    void add(JsonTree object);
    [[nodiscard]] std::int64_t objectCount() const { return m_objects; }
    /// Objects that no join of the profile could use.
    [[nodiscard]] std::int64_t unusedCount() const { return m_unused; }
    /// Joined to no row so far.
    [[nodiscard]] std::int64_t unmatchedCount() const;

    /// What belongs into the record, by the member that it becomes.
    void fill(JsonTree& record, const Scope& scope) const;
    struct Matches {
        std::vector<Feedback> feedback;
        bool isShared = false;           ///< some of it was given to another row already
        bool isCut = false;              ///< there is more than kMostFeedback
        std::vector<std::size_t> claims; ///< for claim()
    };
    [[nodiscard]] Matches feedbackFor(const Scope& scope);
    /// A correction of a trace is the row's if no other row is joined to it.
    void claim(const std::vector<std::size_t>& claims, const std::string& requestId);
    /// Once all rows are known: the corrections of traces that have one call.
    [[nodiscard]] std::vector<LoggedCorrection> soleCorrections() const;

private:
    struct Held {
        std::vector<Feedback> feedback;
        JsonTree tree; ///< for `into`
        std::size_t group = 0;
    };
    /// What one key joins to the same rows.
    struct Group {
        std::vector<std::size_t> held;
        std::int64_t uses = 0;
        std::string claimant; ///< the row that may have its corrections
    };
    void addRecord(const Join& join, std::size_t number, JsonTree& record, const Scope& outer);
    [[nodiscard]] std::vector<std::size_t> groupsFor(const Join& join, std::size_t number,
                                                     const Scope& scope) const;

    const Profile& m_profile;
    std::vector<Held> m_held;
    std::vector<Group> m_groups;
    std::unordered_map<std::string, std::size_t> m_byKey;
    std::int64_t m_objects = 0;
    std::int64_t m_unused = 0;
};

/// Rewrites in place what `prepare` names; pointers may climb.
void prepareRecord(const std::vector<Preparation>& prepare, const std::vector<JsonTree*>& levels);

} // namespace goldpan::profiles
