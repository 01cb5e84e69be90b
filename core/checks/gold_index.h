// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GoldIndex: whether a text holds words of an evaluation set. Built once, then only read; safe on any thread
// once built.
#pragma once

#include "core/checks/run_table.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goldpan::checks {

struct TextUnits;

/// An evaluation case; texts as they are.
struct GoldItem {
    std::string id;
    std::string prompt;
    std::string reference; ///< "" where there is none

    bool operator==(const GoldItem&) const = default;
};

enum class GoldRule {
    gram13,   ///< thirteen units in a row of a prompt or a reference
    half,     ///< half of a prompt's units lie in runs of eight that the text has too
    wholeText ///< the text is the whole of a prompt or reference that is too short for the rules above, but
              ///< not so short that anybody may say it ("Go on")
};

struct GoldHit {
    std::size_t item = 0;
    GoldRule rule = GoldRule::gram13;
    double share = 0;      ///< half: of the prompt's units
    std::size_t begin = 0; ///< bytes of the text that was asked about, the first run that both have
    std::size_t end = 0;
};

/// Units are words, or characters where a script has no spaces (`unitsOf`).
class GoldIndex {
public:
    explicit GoldIndex(std::vector<GoldItem> items);

    [[nodiscard]] const std::vector<GoldItem>& items() const { return m_items; }

    /// `normal` is normal text. Of several items the first by number; a run of thirteen before the other
    /// rules.
    [[nodiscard]] std::optional<GoldHit> find(std::string_view normal) const;
    [[nodiscard]] std::optional<GoldHit> find(const TextUnits& units) const;

    /// Units in a row of any prompt or reference that are enough.
    static constexpr std::size_t kLongRun = 13;
    /// A run of eight that more prompts share says nothing about any of them, and is not counted for halves.
    static constexpr std::size_t kMostPromptsOfRun = 256;

private:
    /// False of nearly every run that no case has, without a look into a table that fits no cache.
    [[nodiscard]] bool mayHave(std::uint64_t run) const {
        return (~m_runBits[(run & m_runMask) / 64] & bitsOf(run)) == 0;
    }
    /// Two, as far apart as a hash has them: other runs have set both in one of sixty, and half as many bits
    /// hold that as of one.
    [[nodiscard]] static std::uint64_t bitsOf(std::uint64_t run) {
        return std::uint64_t{1} << (run % 64) | std::uint64_t{1} << (run >> 58U);
    }
    void noteRuns();
    [[nodiscard]] std::optional<GoldHit> halfHit(const TextUnits& units) const;

    std::vector<GoldItem> m_items;
    std::vector<std::uint32_t> m_promptUnits; ///< by item: how many
    RunTable m_runsOf13;
    RunTable m_runsOf8; ///< of prompts
    std::unordered_map<std::uint64_t, std::uint32_t> m_whole;
    std::vector<std::uint64_t> m_runBits; ///< two bits for each run of both lengths, which few share
    std::uint64_t m_runMask = 0;
};

} // namespace goldpan::checks
