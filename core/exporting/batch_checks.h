// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchChecks: every check of a batch over the rows that would go into it. First all rows are handed in, then
// finish() decides, then each row is asked about. Owned by one run of the export service; one object, one
// thread.
#pragma once

#include "core/base/digest_hash.h"
#include "core/base/ids.h"
#include "core/checks/duplicates.h"
#include "core/checks/gold_index.h"
#include "core/domain/message.h"
#include "core/exporting/row_finding.h"
#include "core/redact/redactor.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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

class BatchChecks {
public:
    /// The redactor and the gold index must outlive this.
    BatchChecks(CheckSettings settings, const redact::Redactor& redactor);

    void add(const TaughtRow& row);
    /// In between come no rows.
    void finish();
    [[nodiscard]] bool isFinished() const { return m_finished; }

    struct Verdict {
        std::optional<RowCheck> excluded; ///< the first in order that excludes
        std::vector<RowCheck> warned;     ///< of a row that stays
    };
    [[nodiscard]] Verdict verdict(RowId row) const;

    /// By row as they were handed in, then in the order of kRowChecks.
    [[nodiscard]] const std::vector<RowFinding>& findings() const { return m_findings; }
    /// Ids that were to be kept and that nothing was found about.
    [[nodiscard]] std::vector<std::string> keptInVain() const;
    /// Gold cases, by id, that were met in what frames the deployment and are held against no row for it;
    /// with the number of rows so framed.
    [[nodiscard]] const std::map<std::string, std::int64_t>& goldInFrames() const { return m_goldInFrames; }
    /// Which checks can find anything with these settings.
    [[nodiscard]] bool isAsked(RowCheck check) const;
    [[nodiscard]] bool excludes(RowCheck check) const { return m_settings.excluding.contains(check); }

private:
    struct Row {
        RowId id;
        std::string requestId;
        bool corrected = true;
        std::int64_t at = 0; ///< microseconds: of the correction, else of the log
        std::vector<RowFinding> findings;
    };

    /// A case of the gold set met in a text.
    struct GoldMatch {
        std::size_t item = 0;
        std::string span;
        double share = 0;
    };

    /// Of a row that asks as another one does: only such with the same may be duplicates.
    [[nodiscard]] Sha256Digest kinOf(const TaughtRow& taught, const Sha256Digest& answer) const;
    void addOwn(Row& row, const TaughtRow& taught) const;
    [[nodiscard]] std::optional<GoldMatch> goldIn(std::string_view normal) const;
    [[nodiscard]] std::optional<GoldMatch> goldInFrame(const Message& turn);
    void addContaminated(Row& row, const std::optional<GoldMatch>& match, const char* where) const;
    void addContaminatedFrames();
    void addBroken(Row& row, const TaughtRow& taught) const;
    void addConflicts();
    void addDuplicates();
    /// Numbers of the rows that fit, the one that is to stay before those that are not: the
    /// newest correction, then the newest answer; ids decide between equals, never the order of rows.
    template <typename Fits>
    [[nodiscard]] std::vector<std::size_t> newestFirst(const Fits& fits) const;
    [[nodiscard]] RowFinding finding(const Row& row, RowCheck check) const;
    [[nodiscard]] std::string span(std::string_view text) const;

    CheckSettings m_settings;
    const redact::Redactor& m_redactor;
    std::vector<Row> m_rows;
    std::vector<checks::ComparedRow> m_compared; ///< by row
    checks::ShingledTexts m_questions;
    std::unordered_map<Sha256Digest, std::size_t, DigestHash> m_questionNumbers;
    std::map<Sha256Digest, std::optional<GoldMatch>> m_frames;                      ///< what is met in each
    std::map<std::size_t, std::vector<std::pair<std::size_t, GoldMatch>>> m_framed; ///< rows, by gold case
    std::map<std::string, std::int64_t> m_goldInFrames;
    std::vector<RowFinding> m_findings;
    std::unordered_map<RowId, Verdict> m_verdicts;
    bool m_finished = false;
};

} // namespace goldpan::exporting
