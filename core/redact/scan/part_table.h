// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PartTable: a fixed list of words of scripts without spaces, found wherever they stand in a run of letters
// by one walk over it. Built by the compiler; safe on any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace goldpan::redact {

template <typename Value, std::size_t N>
class PartTable {
public:
    using Entry = std::pair<std::string_view, Value>;

    /// Each has three bytes or more.
    constexpr explicit PartTable(const std::array<Entry, N>& entries)
        : m_entries(entries) {
        for (std::size_t i = N; i-- > 0;) { // so that equal beginnings are met in order
            auto& head = m_heads[bucket(m_entries[i].first.substr(0, kLead))];
            m_next[i] = head;
            head = static_cast<std::uint16_t>(i + 1);
        }
    }

    /// Calls `visit(place in the list, where it ends)` for each that stands in `run`, from left to right.
    template <typename Visit>
    constexpr void eachIn(std::string_view run, Visit visit) const {
        for (std::size_t at = 0; at + kLead <= run.size(); ++at) {
            for (std::size_t i = m_heads[bucket(run.substr(at, kLead))]; i != 0; i = m_next[i - 1]) {
                const std::string_view part = m_entries[i - 1].first;
                if (run.substr(at).starts_with(part)) {
                    visit(i - 1, at + part.size());
                }
            }
        }
    }
    [[nodiscard]] constexpr bool isIn(std::string_view run) const {
        bool found = false;
        eachIn(run, [&](std::size_t, std::size_t) { found = true; });
        return found;
    }
    [[nodiscard]] constexpr const std::array<Entry, N>& entries() const { return m_entries; }

private:
    static constexpr std::size_t kLead = 3; ///< bytes, most often one character
    static constexpr std::size_t kBuckets = 1024;

    static constexpr std::size_t bucket(std::string_view lead) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(lead[i]));
        };
        return (byte(0) * 331 + byte(1) * 67 + byte(2)) % kBuckets;
    }

    std::array<Entry, N> m_entries;
    std::array<std::uint16_t, kBuckets> m_heads{};
    std::array<std::uint16_t, N> m_next{};
};

} // namespace goldpan::redact
