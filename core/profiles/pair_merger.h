// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PairMerger: puts together the objects that tell of a run's begin and of its end. Holds the runs that are
// under way; several logs that are read one after the other may share it. One object, one thread.
#pragma once

#include "core/profiles/profile.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace goldpan::profiles {

class PairMerger {
public:
    explicit PairMerger(Pairs pairs)
        : m_pairs(std::move(pairs)) {}

    /// Where an object stands.
    struct Place {
        std::size_t log = 0; ///< how many logs were begun by then
        std::int64_t line = 0;

        auto operator<=>(const Place&) const = default;
    };

    /// Half of a run, and where the object that tells of it stands.
    struct Half {
        JsonTree run;
        Place place;
    };

    /// The runs that are whole with this object; the object itself where it tells of no begin and no end.
    [[nodiscard]] std::vector<JsonTree> add(JsonTree object, std::int64_t line = 0);
    /// Where the runs begin whose end was not seen, in order.
    [[nodiscard]] std::vector<Place> unfinished() const;
    /// Where runs were begun once more before their end; what the later one says counts.
    [[nodiscard]] const std::vector<Place>& repeated() const { return m_repeated; }
    /// After the last object: ended, and their begin was not seen.
    [[nodiscard]] std::vector<Half> takeEnded();
    /// The objects that follow stand in this log.
    void beginLog(std::string path);
    /// The path of the log where `place` is; empty: the newest.
    [[nodiscard]] std::string earlierLog(const Place& place) const;
    /// As if nothing had been seen yet.
    void clear();

private:
    [[nodiscard]] std::string idOf(const JsonTree& run) const;

    Pairs m_pairs;
    std::unordered_map<std::string, Half> m_begun;
    std::map<std::string, Half> m_ended; ///< their begin may come behind them
    std::vector<Place> m_repeated;
    std::vector<std::string> m_logs; ///< as they were begun
};

} // namespace goldpan::profiles
