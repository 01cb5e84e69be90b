// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EntryMapper: the objects of one log, in their order, into rows by a profile. Holds what a profile has to
// put together over several objects. One object a log, one thread.
#pragma once

#include "core/profiles/companions.h"
#include "core/profiles/mapped_row.h"
#include "core/profiles/pair_merger.h"
#include "core/profiles/profile.h"
#include "core/profiles/shared_leftovers.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace goldpan::profiles {

class EntryMapper {
public:
    using Outcome = std::variant<MappedRow, Unmapped>;
    /// What was known at the end only.
    struct LateOutcome {
        std::int64_t line = 0; ///< as map() was told
        std::string log;       ///< an earlier one that shares the pairs, by its path; empty: this one
        Outcome outcome;
    };

    /// `profile` must outlive this, and so must `companions` and `pairs`, which may be null. `pairs`: of
    /// several logs whose runs are put together across them.
    EntryMapper(const Profile& profile, Companions* companions, PairMerger* pairs = nullptr);

    /// One object of the log, and where it begins there: as many outcomes as there are records in it.
    [[nodiscard]] std::vector<Outcome> map(JsonTree object, std::int64_t line = 0);
    /// After the last object, of the last log that shares the pairs: what was begun and never ended.
    [[nodiscard]] std::vector<LateOutcome> finish();

private:
    struct Level {
        JsonTree* tree = nullptr;
        bool isPrepared = false;
        std::optional<std::size_t> shared; ///< in m_shared
    };

    void keepShared(std::vector<Outcome>& records);
    static void settleShared(std::vector<Outcome>& records);
    void mapObject(JsonTree object, std::vector<Outcome>& out);
    void mapRecords(std::vector<Level>& levels, std::vector<Outcome>& out);
    void mapOne(std::vector<Level>& levels, std::vector<Outcome>& out);
    [[nodiscard]] JsonTree leftoversOf(std::vector<Level>& levels, const Scope& scope, Taken& taken,
                                       std::size_t row);

    const Profile& m_profile;
    Companions* m_companions;
    FeedbackIndex m_feedback;                   ///< of the object that is being mapped
    std::vector<SharedLeftovers> m_shared;      ///< of its levels
    std::map<std::size_t, JsonTree> m_openMeta; ///< of its rows, by number, in a level that is long
    std::optional<PairMerger> m_ownPairs;
    PairMerger* m_pairs; ///< null where the profile has none
};

} // namespace goldpan::profiles
