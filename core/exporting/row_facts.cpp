// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_facts.h"

#include "core/base/utf8.h"
#include "core/checks/correction_checks.h"
#include "core/checks/normal_text.h"
#include "core/checks/stop_tokens.h"
#include "core/checks/text_problems.h"
#include "core/checks/token_budget.h"
#include "core/store/entry_reader.h"

#include <algorithm>
#include <functional>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kSpanCharacters = 160;
constexpr std::size_t kMostFrames = 1000; ///< remembered; with more each row has its own

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

RowFinding findingOf(const CheckSettings& settings, const std::string& requestId, RowCheck check) {
    RowFinding out{.requestId = requestId, .check = check};
    if (const auto kept = settings.keep.find(requestId); kept != settings.keep.end()) {
        out.keptFor = kept->second;
    } else {
        out.excluded = settings.excluding.contains(check);
    }
    return out;
}

RowFinding contaminatedBy(const CheckSettings& settings, const std::string& requestId, const GoldMatch& match,
                          const char* where) {
    RowFinding out = findingOf(settings, requestId, RowCheck::contaminated);
    out.other = settings.gold->items()[match.item].id;
    out.where = where;
    out.span = match.span;
    out.share = match.share;
    return out;
}

FactReader::FactReader(const CheckSettings& settings, const redact::Redactor& redactor)
    : m_settings(settings)
    , m_redactor(redactor) {}

RowFacts FactReader::read(const TaughtRow& row, const ComparedTexts& texts, const checks::TextUnits& units) {
    RowFacts out{.corrected = row.corrected};
    if (row.corrected && row.record.correction) {
        out.at = row.record.correction->updatedAt.micros;
    } else if (!row.corrected && row.record.entry.ts) {
        out.at = row.record.entry.ts->micros;
    }
    const std::string answer = questionText({row.answer});
    if (m_settings.gold != nullptr) {
        addGold(out, row, texts, units);
    }
    const auto& requestId = row.record.entry.requestId;
    if (row.corrected && checks::isIdentical(row.answer.text, row.record.entry.response)) {
        out.findings.push_back(findingOf(m_settings, requestId, RowCheck::identical));
    }
    addStopToken(out, row);
    if (m_settings.maxTokens != 0) {
        if (const std::int64_t tokens = tokensOf(row); tokens > m_settings.maxTokens) {
            out.findings.emplace_back(findingOf(m_settings, requestId, RowCheck::tooLong)).tokens = tokens;
        }
    }
    if (row.corrected) {
        addBroken(out, row);
    }
    out.context = sha256(texts.context);
    out.answer = sha256(answer);
    out.kin = kinOf(row, texts, out.answer);
    return out;
}

Sha256Digest FactReader::kinOf(const TaughtRow& row, const ComparedTexts& texts,
                               const Sha256Digest& answer) const {
    std::string kin = texts.frame;
    if (m_settings.lesson == Lesson::answer) {
        kin += row.isRight ? "\nright" : "\nwrong";
        kin.append(answer.begin(), answer.end());
        kin += row.rejected != nullptr ? questionText({*row.rejected}) : "";
    }
    return sha256(kin);
}

void FactReader::addGold(RowFacts& facts, const TaughtRow& row, const ComparedTexts& texts,
                         const checks::TextUnits& units) {
    const auto& requestId = row.record.entry.requestId;
    const auto tell = [&](const std::optional<GoldMatch>& match, const char* where) {
        if (match) {
            facts.findings.push_back(contaminatedBy(m_settings, requestId, *match, where));
        }
    };
    tell(texts.calls ? goldIn(texts.words) : goldIn(texts.question, units), "prompt");
    // A short gold prompt is looked for as the whole of a text: each turn is one, and an only one was just
    // asked about.
    const bool isOne = std::ranges::count_if(row.conversation, std::not_fn(isFrame)) == 1;
    for (std::size_t turn = 0; turn < row.conversation.size(); ++turn) {
        if (isFrame(row.conversation[turn])) {
            facts.goldFrame = facts.goldFrame ? facts.goldFrame : goldInFrame(texts.turns[turn]);
        } else if (!isOne && facts.findings.empty()) {
            tell(goldIn(texts.turns[turn]), "prompt");
        }
    }
    if (facts.findings.empty()) {
        tell(goldIn(checks::normalText(row.answer.text)), row.corrected ? "correction" : "response");
    }
}

void FactReader::addStopToken(RowFacts& facts, const TaughtRow& row) const {
    const auto stop = [&](std::string_view text, const char* where) {
        const auto token = checks::stopTokenIn(text);
        if (token) {
            auto& found = facts.findings.emplace_back(
                findingOf(m_settings, row.record.entry.requestId, RowCheck::stopToken));
            found.where = where;
            found.span = *token;
        }
        return token.has_value();
    };
    if (!stop(row.answer.text, row.corrected ? "correction" : "response") &&
        (row.rejected == nullptr || !stop(row.rejected->text, "rejected"))) {
        std::ranges::any_of(row.conversation, [&](const Message& turn) { return stop(turn.text, "prompt"); });
    }
}

std::string FactReader::span(std::string_view text) const {
    // A piece of a text can hold what the whole did not: the words around a number, say.
    return oneLine(m_redactor.redacted(text), kSpanCharacters);
}

std::optional<GoldMatch> FactReader::goldIn(std::string_view normal, const checks::TextUnits& units) const {
    const auto hit = m_settings.gold->find(units);
    return hit ? std::optional(
                     GoldMatch{hit->item, span(normal.substr(hit->begin, hit->end - hit->begin)), hit->share})
               : std::nullopt;
}

std::optional<GoldMatch> FactReader::goldIn(std::string_view normal) const {
    return goldIn(normal, checks::unitsOf(normal));
}

std::optional<GoldMatch> FactReader::goldInFrame(const std::string& normal) {
    if (m_frames.size() > kMostFrames) {
        m_frames.clear();
    }
    const auto [known, isNew] = m_frames.try_emplace(sha256(normal)); // most rows have the same one
    if (isNew) {
        known->second = goldIn(normal);
    }
    return known->second;
}

void FactReader::addBroken(RowFacts& facts, const TaughtRow& row) const {
    const auto names = m_redactor.tokenNames();
    const auto problems = checks::textProblems({.text = row.answer.text,
                                                .response = row.record.entry.response,
                                                .context = {},
                                                .tokenNames = names,
                                                .pii = {}});
    const auto broken =
        std::ranges::find(problems, checks::ProblemKind::brokenToken, &checks::TextProblem::kind);
    if (broken != problems.end()) {
        auto& found = facts.findings.emplace_back(
            findingOf(m_settings, row.record.entry.requestId, RowCheck::brokenToken));
        found.where = "correction";
        found.span =
            span(std::string_view(row.answer.text).substr(broken->begin, broken->end - broken->begin));
    }
}

} // namespace goldpan::exporting
