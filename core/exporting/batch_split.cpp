// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_split.h"

#include <string_view>

namespace goldpan::exporting {

BatchSplit::BatchSplit(double share, std::uint64_t seed)
    : m_share(share)
    , m_seed(seed) {}

void BatchSplit::add(RowId row, std::optional<Timestamp> corrected, std::optional<Timestamp> ts,
                     const std::string& requestId, const std::string& question) {
    const Sha256Digest digest = sha256(question);
    const auto time = corrected ? corrected : ts;
    Age age{!corrected, !time, time ? time->micros : 0, requestId};
    const auto [number, isNew] = m_numbers.try_emplace(digest, m_questions.size());
    if (isNew) {
        m_questions.add(checks::shinglesOf(question));
        m_digests.push_back(digest);
        m_oldest.push_back(std::move(age));
    } else if (age < m_oldest[number->second]) {
        m_oldest[number->second] = std::move(age);
    }
    m_rows.push_back({row, number->second});
}

bool BatchSplit::isDrawn(const Sha256Digest& question) const {
    std::string seeded = std::to_string(m_seed) + "\n";
    seeded.append(question.begin(), question.end());
    constexpr double kTwoTo64 = 18446744073709551616.0;
    return static_cast<double>(stableHash64(seeded)) < m_share * kTwoTo64;
}

Result<void> BatchSplit::finish(const std::stop_token& stop) {
    const auto clusters = checks::nearClusters(m_questions, stop);
    if (!clusters) {
        return std::unexpected(clusters.error());
    }
    std::vector<std::size_t> eldest(m_questions.size()); // by cluster: its oldest question
    for (std::size_t question = 0; question < eldest.size(); ++question) {
        eldest[question] = question;
    }
    for (std::size_t question = 0; question < eldest.size(); ++question) {
        std::size_t& best = eldest[clusters->of[question]];
        best = m_oldest[question] < m_oldest[best] ? question : best;
    }
    for (const Row& row : m_rows) {
        if (isDrawn(m_digests[eldest[clusters->of[row.question]]])) {
            m_validation.insert(row.id);
        }
    }
    m_questions = {};
    return {};
}

} // namespace goldpan::exporting
