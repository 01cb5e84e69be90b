// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_split.h"

#include "core/checks/near_clusters.h"

#include <utility>

namespace goldpan::exporting {

BatchSplit::BatchSplit(double share, std::uint64_t seed, std::shared_ptr<AskedQuestions> questions)
    : m_share(share)
    , m_seed(seed)
    , m_questions(std::move(questions)) {}

void BatchSplit::add(RowId row, std::optional<Timestamp> corrected, std::optional<Timestamp> ts,
                     const std::string& requestId, const AskedQuestion& question) {
    const auto time = corrected ? corrected : ts;
    Age age{!corrected, !time, time ? time->micros : 0, requestId};
    const std::size_t number = m_questions->add(question);
    if (number == m_oldest.size()) {
        m_oldest.push_back(std::move(age));
    } else if (age < m_oldest[number]) {
        m_oldest[number] = std::move(age);
    }
    m_rows.push_back({row, number});
}

bool BatchSplit::isDrawn(const Sha256Digest& question) const {
    std::string seeded = std::to_string(m_seed) + "\n";
    seeded.append(question.begin(), question.end());
    constexpr double kTwoTo64 = 18446744073709551616.0;
    return static_cast<double>(stableHash64(seeded)) < m_share * kTwoTo64;
}

Result<void> BatchSplit::finish(const std::stop_token& stop) {
    const auto clusters = checks::nearClusters(m_questions->texts(), stop);
    if (!clusters) {
        return std::unexpected(clusters.error());
    }
    std::vector<std::size_t> eldest(m_questions->size()); // by cluster: its oldest question
    for (std::size_t question = 0; question < eldest.size(); ++question) {
        eldest[question] = question;
    }
    for (std::size_t question = 0; question < eldest.size(); ++question) {
        std::size_t& best = eldest[clusters->of[question]];
        best = m_oldest[question] < m_oldest[best] ? question : best;
    }
    for (const Row& row : m_rows) {
        if (isDrawn(m_questions->digest(eldest[clusters->of[row.question]]))) {
            m_validation.insert(row.id);
        }
    }
    m_questions.reset();
    return {};
}

} // namespace goldpan::exporting
