// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_checks.h"

#include "core/store/entry_reader.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kMostRowsOfFrame = 10;   ///< with one gold case in it; in more it is the product's
constexpr std::size_t kFewestOfSmallBatch = 3; ///< rows that show by being most of a batch that it is

/// As a number that is in the order of the text; the same for texts that differ behind.
std::uint64_t firstBytes(std::string_view text) {
    std::uint64_t out = 0;
    for (std::size_t at = 0; at < sizeof out; ++at) {
        out = out << 8U | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0U);
    }
    return out;
}

} // namespace

BatchChecks::BatchChecks(CheckSettings settings, std::shared_ptr<AskedQuestions> questions)
    : m_settings(std::move(settings))
    , m_questions(std::move(questions)) {}

bool BatchChecks::isAsked(RowCheck check) const {
    return (check != RowCheck::contaminated || m_settings.gold != nullptr) &&
           (check != RowCheck::tooLong || m_settings.maxTokens != 0);
}

void BatchChecks::add(const store::EntryRecord& record, RowFacts facts, const AskedQuestion& question) {
    if (facts.goldFrame) {
        const std::size_t item = facts.goldFrame->item;
        m_framed[item].emplace_back(m_rows.size(), std::move(*facts.goldFrame));
    }
    m_compared.push_back({facts.context, facts.answer, m_questions->add(question), facts.kin});
    m_rows.push_back({.id = record.id,
                      .requestId = record.entry.requestId,
                      .corrected = facts.corrected,
                      .at = facts.at,
                      .findings = std::move(facts.findings)});
}

void BatchChecks::addContaminatedFrames() {
    for (const auto& [item, rows] : m_framed) {
        const bool isMostOfBatch = rows.size() >= kFewestOfSmallBatch && 2 * rows.size() > m_rows.size();
        if (rows.size() > kMostRowsOfFrame || isMostOfBatch) {
            m_goldInFrames[m_settings.gold->items()[item].id] += static_cast<std::int64_t>(rows.size());
            continue;
        }
        for (const auto& [number, match] : rows) {
            Row& row = m_rows[number];
            if (std::ranges::find(row.findings, RowCheck::contaminated, &RowFinding::check) ==
                row.findings.end()) {
                row.findings.push_back(contaminatedBy(m_settings, row.requestId, match, "prompt"));
            }
        }
    }
}

void BatchChecks::finish() {
    addContaminatedFrames();
    auto order = newestFirst();
    addConflicts(order);
    addDuplicates(std::move(order));
    for (Row& row : m_rows) {
        std::ranges::stable_sort(row.findings, {}, &RowFinding::check);
        Verdict verdict;
        for (const RowFinding& found : row.findings) {
            if (found.excluded && !verdict.excluded) {
                verdict.excluded = found.check;
            }
            verdict.warned.push_back(found.check);
        }
        if (!row.findings.empty()) {
            m_verdicts[row.id] = std::move(verdict);
        }
        std::ranges::move(row.findings, std::back_inserter(m_findings));
    }
    m_questions.reset();
    m_finished = true;
}

std::vector<std::size_t> BatchChecks::newestFirst() const {
    // An import corrects many rows in one moment: ids decide, by their first bytes nearly always.
    using Rank = std::tuple<bool, std::int64_t, std::uint64_t, std::string_view, std::size_t>;
    std::vector<Rank> ranks;
    ranks.reserve(m_rows.size());
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        const Row& row = m_rows[number];
        ranks.emplace_back(!row.corrected, -row.at, firstBytes(row.requestId), row.requestId, number);
    }
    std::ranges::sort(ranks);
    std::vector<std::size_t> order;
    order.reserve(ranks.size());
    for (const Rank& rank : ranks) {
        order.push_back(std::get<4>(rank));
    }
    return order;
}

void BatchChecks::addConflicts(std::span<const std::size_t> order) {
    // Two responses to one question that people took for good are two good answers: only corrections, which
    // say what the one answer is, contradict each other. They come first.
    const auto corrected = static_cast<std::size_t>(
        std::ranges::count_if(order, [this](std::size_t number) { return m_rows[number].corrected; }));
    const auto conflicts = checks::findConflicts(m_compared, order.first(corrected));
    for (std::size_t number = 0; number < conflicts.size(); ++number) {
        if (conflicts[number]) {
            m_rows[number]
                .findings.emplace_back(findingOf(m_settings, m_rows[number].requestId, RowCheck::conflict))
                .other = m_rows[*conflicts[number]].requestId;
        }
    }
}

void BatchChecks::addDuplicates(std::vector<std::size_t> order) {
    // No row stays that is left out for something else: nothing would stay then.
    std::ranges::stable_partition(order, [this](std::size_t number) {
        return std::ranges::none_of(m_rows[number].findings, &RowFinding::excluded);
    });
    const auto found = checks::findDuplicates(m_compared, m_questions->texts(), order);
    for (const std::size_t number : order) {
        if (const auto& partner = found.duplicates[number]) {
            auto& duplicate = m_rows[number].findings.emplace_back(
                findingOf(m_settings, m_rows[number].requestId, RowCheck::duplicate));
            duplicate.other = m_rows[partner->row].requestId;
            duplicate.share = partner->jaccard;
        }
    }
}

BatchChecks::Verdict BatchChecks::verdict(RowId row) const {
    const auto found = m_verdicts.find(row);
    return found == m_verdicts.end() ? Verdict{} : found->second;
}

std::vector<std::string> BatchChecks::keptInVain() const {
    std::set<std::string> ids;
    for (const auto& [id, reason] : m_settings.keep) {
        ids.insert(id);
    }
    for (const RowFinding& found : m_findings) {
        ids.erase(found.requestId);
    }
    return {ids.begin(), ids.end()};
}

} // namespace goldpan::exporting
