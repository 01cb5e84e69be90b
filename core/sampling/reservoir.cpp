// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/reservoir.h"

#include "core/sampling/sampling_budget.h"

#include <algorithm>

namespace goldpan::sampling {
namespace {

void sortUnique(std::vector<std::uint64_t>& hashes) {
    std::ranges::sort(hashes);
    hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
}

} // namespace

Reservoir::Reservoir(std::size_t size)
    : m_size(std::max<std::size_t>(size, 1)) {}

void Reservoir::add(Hour hour, std::uint64_t hash, double logged) {
    Stratum& stratum = m_hours[hour];
    stratum.hashes.push_back(hash);
    if (logged > 1) {
        stratum.heavy.emplace_back(hash, logged);
    }
}

void Reservoir::addKept(Hour hour, std::uint64_t hash, double logged) {
    add(hour, hash, logged);
    m_hours[hour].kept.push_back(hash);
}

void Reservoir::settle() {
    for (auto& [hour, stratum] : m_hours) {
        sortUnique(stratum.hashes);
        sortUnique(stratum.kept);
        const std::size_t taken = std::min(m_size, stratum.hashes.size());
        stratum.largest = stratum.hashes[taken - 1];
        const auto beyond = stratum.kept.end() - std::ranges::upper_bound(stratum.kept, stratum.largest);
        auto all = static_cast<double>(stratum.hashes.size());
        auto kept = static_cast<double>(taken + static_cast<std::size_t>(beyond));
        std::ranges::sort(stratum.heavy);
        for (std::size_t i = 0; i < stratum.heavy.size(); ++i) {
            const auto [hash, logged] = stratum.heavy[i];
            if (i + 1 < stratum.heavy.size() && stratum.heavy[i + 1].first == hash) {
                continue; // the same row: the last of them is the largest
            }
            all += logged - 1;
            if (hash <= stratum.largest || std::ranges::binary_search(stratum.kept, hash)) {
                kept += logged - 1;
            }
        }
        stratum.weight = all / kept;
        stratum.hashes = {};
        stratum.kept = {};
        stratum.heavy = {};
    }
}

std::vector<Hour> Reservoir::hours() const {
    std::vector<Hour> out;
    for (const auto& [hour, stratum] : m_hours) {
        out.push_back(hour);
    }
    return out;
}

double Reservoir::weightOf(Hour hour) const {
    const auto found = m_hours.find(hour);
    return found == m_hours.end() ? 1 : found->second.weight;
}

SamplingDecision Reservoir::decide(Hour hour, const SamplingCandidate& row) const {
    const SamplingReason reason = reasonOf(row);
    if (reason != SamplingReason::healthy) {
        return {.keep = true, .weight = 1, .reason = reason};
    }
    const auto found = m_hours.find(hour);
    if (found == m_hours.end() || row.keyHash <= found->second.largest) {
        return {.keep = true, .weight = weightOf(hour), .reason = reason};
    }
    return {.keep = false, .weight = 0, .reason = reason};
}

} // namespace goldpan::sampling
