// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowFacts: what the checks must know of a row, from its texts alone. FactReader makes them; it holds
// references, and one object belongs to one thread, so that each thread of an export has its own.
#pragma once

#include "core/base/digest_hash.h"
#include "core/base/sha256.h"
#include "core/checks/gold_index.h"
#include "core/checks/text_units.h"
#include "core/domain/message.h"
#include "core/exporting/row_finding.h"
#include "core/exporting/row_texts.h"
#include "core/redact/redactor.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goldpan::store {
struct EntryRecord;
}

namespace goldpan::exporting {

/// What makes two rows of one question the same lesson.
enum class Lesson {
    question, ///< the question is enough: which answer is the one to teach is decided by a correction
    answer    ///< the answer and its label too: of one question there may be several answers, good and bad
};

struct CheckSettings {
    std::set<RowCheck> excluding;
    std::int64_t maxTokens = 0;                ///< 0: no budget
    const checks::GoldIndex* gold = nullptr;   ///< none: nothing is contaminated
    std::map<std::string, std::string> keep{}; ///< why, by request id
    Lesson lesson = Lesson::question;
};

/// What the row would teach: redacted, as it will be written.
struct TaughtRow {
    const store::EntryRecord& record;
    const std::vector<Message>& conversation;
    const Message& answer;
    bool corrected = true;             ///< the answer is a correction, else the logged response
    bool isRight = true;               ///< false: all that the row says is that this answer is wrong
    std::string_view tools = {};       ///< definitions that stand in the line
    const Message* rejected = nullptr; ///< the worse answer, where a line holds one
};

/// A case of the gold set met in a text.
struct GoldMatch {
    std::size_t item = 0;
    std::string span;
    double share = 0;
};

struct RowFacts {
    bool corrected = true;
    std::int64_t at = 0;                ///< microseconds: of the correction, else of the log
    std::vector<RowFinding> findings;   ///< what needs no other row
    std::optional<GoldMatch> goldFrame; ///< a gold case in what frames the row, which others may share
    Sha256Digest context{};             ///< these three as in checks::ComparedRow
    Sha256Digest answer{};
    Sha256Digest kin{};
};

/// Excluded or kept, as the settings say.
[[nodiscard]] RowFinding findingOf(const CheckSettings& settings, const std::string& requestId,
                                   RowCheck check);
[[nodiscard]] RowFinding contaminatedBy(const CheckSettings& settings, const std::string& requestId,
                                        const GoldMatch& match, const char* where);

class FactReader {
public:
    /// Both must outlive this, and what the settings point to.
    FactReader(const CheckSettings& settings, const redact::Redactor& redactor);

    /// `texts` are of the row's conversation, `units` of its question.
    [[nodiscard]] RowFacts read(const TaughtRow& row, const ComparedTexts& texts,
                                const checks::TextUnits& units);

private:
    [[nodiscard]] Sha256Digest kinOf(const TaughtRow& row, const ComparedTexts& texts,
                                     const Sha256Digest& answer) const;
    void addGold(RowFacts& facts, const TaughtRow& row, const ComparedTexts& texts,
                 const checks::TextUnits& units);
    void addStopToken(RowFacts& facts, const TaughtRow& row) const;
    void addBroken(RowFacts& facts, const TaughtRow& row) const;
    [[nodiscard]] std::optional<GoldMatch> goldIn(std::string_view normal,
                                                  const checks::TextUnits& units) const;
    [[nodiscard]] std::optional<GoldMatch> goldIn(std::string_view normal) const;
    [[nodiscard]] std::optional<GoldMatch> goldInFrame(const std::string& normal);
    [[nodiscard]] std::string span(std::string_view text) const;

    const CheckSettings& m_settings;
    const redact::Redactor& m_redactor;
    std::unordered_map<Sha256Digest, std::optional<GoldMatch>, DigestHash> m_frames; ///< what is met in each
};

} // namespace goldpan::exporting
