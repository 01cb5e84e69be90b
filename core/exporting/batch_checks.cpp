// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_checks.h"

#include "core/base/utf8.h"
#include "core/checks/correction_checks.h"
#include "core/checks/normal_text.h"
#include "core/checks/stop_tokens.h"
#include "core/checks/text_problems.h"
#include "core/checks/token_budget.h"
#include "core/exporting/row_texts.h"
#include "core/store/entry_reader.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kSpanCharacters = 160;
constexpr std::size_t kMostRowsOfFrame = 10;   ///< with one gold case in it; in more it is the product's
constexpr std::size_t kFewestOfSmallBatch = 3; ///< rows that show by being most of a batch that it is

std::int64_t tokensOf(const TaughtRow& row) {
    // A trainer puts the context in front of each of two answers: the longer one decides.
    std::int64_t tokens =
        checks::estimatedTokens(row.answer.text) + checks::estimatedTokens(row.answer.toolCalls);
    if (row.rejected != nullptr) {
        tokens = std::max(tokens, checks::estimatedTokens(row.rejected->text) +
                                      checks::estimatedTokens(row.rejected->toolCalls));
    }
    tokens += checks::estimatedTokens(row.tools);
    for (const Message& turn : row.conversation) {
        tokens += checks::estimatedTokens(turn.text) + checks::estimatedTokens(turn.toolCalls);
    }
    return tokens;
}

} // namespace

BatchChecks::BatchChecks(CheckSettings settings, const redact::Redactor& redactor)
    : m_settings(std::move(settings))
    , m_redactor(redactor) {}

bool BatchChecks::isAsked(RowCheck check) const {
    return (check != RowCheck::contaminated || m_settings.gold != nullptr) &&
           (check != RowCheck::tooLong || m_settings.maxTokens != 0);
}

std::string BatchChecks::span(std::string_view text) const {
    // A piece of a text can hold what the whole did not: the words around a number, say.
    return oneLine(m_redactor.redacted(text), kSpanCharacters);
}

RowFinding BatchChecks::finding(const Row& row, RowCheck check) const {
    RowFinding out{.requestId = row.requestId, .check = check};
    if (const auto kept = m_settings.keep.find(row.requestId); kept != m_settings.keep.end()) {
        out.keptFor = kept->second;
    } else {
        out.excluded = excludes(check);
    }
    return out;
}

void BatchChecks::add(const TaughtRow& taught) {
    Row row{
        .id = taught.record.id, .requestId = taught.record.entry.requestId, .corrected = taught.corrected};
    addOwn(row, taught);
    for (const Message& turn : taught.conversation) {
        if (m_settings.gold != nullptr && isFrame(turn)) {
            if (const auto match = goldInFrame(turn)) {
                m_framed[match->item].emplace_back(m_rows.size(), *match);
                break;
            }
        }
    }
    if (taught.corrected && taught.record.correction) {
        row.at = taught.record.correction->updatedAt.micros;
    } else if (!taught.corrected && taught.record.entry.ts) {
        row.at = taught.record.entry.ts->micros;
    }
    const std::string question = questionText(taught.conversation);
    const auto [number, isNew] = m_questionNumbers.try_emplace(sha256(question), m_questions.size());
    if (isNew) {
        m_questions.add(checks::shinglesOf(question));
    }
    const auto answer = sha256(questionText({taught.answer}));
    m_compared.push_back(
        {sha256(contextText(taught.conversation)), answer, number->second, kinOf(taught, answer)});
    m_rows.push_back(std::move(row));
}

Sha256Digest BatchChecks::kinOf(const TaughtRow& taught, const Sha256Digest& answer) const {
    std::string kin = frameText(taught.conversation);
    if (m_settings.lesson == Lesson::answer) {
        kin += taught.isRight ? "\nright" : "\nwrong";
        kin.append(answer.begin(), answer.end());
        kin += taught.rejected != nullptr ? questionText({*taught.rejected}) : "";
    }
    return sha256(kin);
}

void BatchChecks::addOwn(Row& row, const TaughtRow& taught) const {
    const char* const answered = taught.corrected ? "correction" : "response";
    if (m_settings.gold != nullptr) {
        addContaminated(row, goldIn(wordsText(taught.conversation)), "prompt");
        // A short gold prompt is looked for as the whole of a text: each turn is one, and an only one was
        // just asked about.
        const bool isOne = std::ranges::count_if(taught.conversation, std::not_fn(isFrame)) == 1;
        for (std::size_t turn = 0; !isOne && row.findings.empty() && turn < taught.conversation.size();
             ++turn) {
            if (!isFrame(taught.conversation[turn])) {
                addContaminated(row, goldIn(checks::normalText(taught.conversation[turn].text)), "prompt");
            }
        }
        if (row.findings.empty()) {
            addContaminated(row, goldIn(checks::normalText(taught.answer.text)), answered);
        }
    }
    if (taught.corrected && checks::isIdentical(taught.answer.text, taught.record.entry.response)) {
        row.findings.push_back(finding(row, RowCheck::identical));
    }
    const auto stop = [&](std::string_view text, const char* where) {
        const auto token = checks::stopTokenIn(text);
        if (token) {
            auto& found = row.findings.emplace_back(finding(row, RowCheck::stopToken));
            found.where = where;
            found.span = *token;
        }
        return token.has_value();
    };
    if (!stop(taught.answer.text, answered) &&
        (taught.rejected == nullptr || !stop(taught.rejected->text, "rejected"))) {
        std::ranges::any_of(taught.conversation,
                            [&](const Message& turn) { return stop(turn.text, "prompt"); });
    }
    if (m_settings.maxTokens != 0) {
        if (const std::int64_t tokens = tokensOf(taught); tokens > m_settings.maxTokens) {
            row.findings.emplace_back(finding(row, RowCheck::tooLong)).tokens = tokens;
        }
    }
    if (taught.corrected) {
        addBroken(row, taught);
    }
}

std::optional<BatchChecks::GoldMatch> BatchChecks::goldIn(std::string_view normal) const {
    const auto hit = m_settings.gold->find(normal);
    return hit ? std::optional(
                     GoldMatch{hit->item, span(normal.substr(hit->begin, hit->end - hit->begin)), hit->share})
               : std::nullopt;
}

std::optional<BatchChecks::GoldMatch> BatchChecks::goldInFrame(const Message& turn) {
    const auto [known, isNew] = m_frames.try_emplace(sha256(turn.text)); // most rows have the same one
    if (isNew) {
        known->second = goldIn(checks::normalText(turn.text));
    }
    return known->second;
}

void BatchChecks::addContaminated(Row& row, const std::optional<GoldMatch>& match, const char* where) const {
    if (match) {
        auto& found = row.findings.emplace_back(finding(row, RowCheck::contaminated));
        found.other = m_settings.gold->items()[match->item].id;
        found.where = where;
        found.span = match->span;
        found.share = match->share;
    }
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
                addContaminated(row, match, "prompt");
            }
        }
    }
}

void BatchChecks::addBroken(Row& row, const TaughtRow& taught) const {
    const auto names = m_redactor.tokenNames();
    const auto problems = checks::textProblems({.text = taught.answer.text,
                                                .response = taught.record.entry.response,
                                                .context = {},
                                                .tokenNames = names,
                                                .pii = {}});
    const auto broken =
        std::ranges::find(problems, checks::ProblemKind::brokenToken, &checks::TextProblem::kind);
    if (broken != problems.end()) {
        auto& found = row.findings.emplace_back(finding(row, RowCheck::brokenToken));
        found.where = "correction";
        found.span =
            span(std::string_view(taught.answer.text).substr(broken->begin, broken->end - broken->begin));
    }
}

void BatchChecks::finish() {
    addContaminatedFrames();
    addConflicts();
    addDuplicates();
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
    m_questions = {}; // a split holds its own next
    m_finished = true;
}

template <typename Fits>
std::vector<std::size_t> BatchChecks::newestFirst(const Fits& fits) const {
    std::vector<std::size_t> order;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (std::invoke(fits, m_rows[row])) {
            order.push_back(row);
        }
    }
    std::ranges::sort(order, {}, [this](std::size_t number) {
        const Row& row = m_rows[number];
        return std::tuple(!row.corrected, -row.at, std::string_view(row.requestId));
    });
    return order;
}

void BatchChecks::addConflicts() {
    // Two responses to one question that people took for good are two good answers: only corrections, which
    // say what the one answer is, contradict each other.
    const auto conflicts = checks::findConflicts(m_compared, newestFirst(&Row::corrected));
    for (std::size_t number = 0; number < conflicts.size(); ++number) {
        if (conflicts[number]) {
            m_rows[number].findings.emplace_back(finding(m_rows[number], RowCheck::conflict)).other =
                m_rows[*conflicts[number]].requestId;
        }
    }
}

void BatchChecks::addDuplicates() {
    auto order = newestFirst([](const Row&) { return true; });
    // No row stays that is left out for something else: nothing would stay then.
    std::ranges::stable_partition(order, [this](std::size_t number) {
        return std::ranges::none_of(m_rows[number].findings, &RowFinding::excluded);
    });
    const auto found = checks::findDuplicates(m_compared, m_questions, order);
    for (const std::size_t number : order) {
        if (const auto& partner = found.duplicates[number]) {
            auto& duplicate =
                m_rows[number].findings.emplace_back(finding(m_rows[number], RowCheck::duplicate));
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
