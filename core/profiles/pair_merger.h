// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PairMerger: puts together the objects that tell of a run's begin and of its end. Holds the runs that are
// under way; several logs that are read one after the other may share it. One object, one thread.
#pragma once

#include "core/profiles/profile.h"

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

    /// Half of a run, and where the object that tells of it stands in the newest log.
    struct Half {
        JsonTree run;
        std::int64_t line = 0; ///< 0: in an earlier log
    };

    /// The runs that are whole with this object; the object itself where it tells of no begin and no end.
    [[nodiscard]] std::vector<JsonTree> add(JsonTree object, std::int64_t line = 0);
    /// Where the runs begin whose end was not seen, in order.
    [[nodiscard]] std::vector<std::int64_t> unfinished() const;
    /// Where runs were begun once more before their end; what the later one says counts.
    [[nodiscard]] const std::vector<std::int64_t>& repeated() const { return m_repeated; }
    /// After the last object: ended, and their begin was not seen.
    [[nodiscard]] std::vector<Half> takeEnded();
    /// The objects that follow stand in another log.
    void beginLog();
    /// As if nothing had been seen yet.
    void clear();

private:
    [[nodiscard]] std::string idOf(const JsonTree& run) const;

    Pairs m_pairs;
    std::unordered_map<std::string, Half> m_begun;
    std::map<std::string, Half> m_ended; ///< their begin may come behind them
    std::vector<std::int64_t> m_repeated;
};

} // namespace goldpan::profiles
