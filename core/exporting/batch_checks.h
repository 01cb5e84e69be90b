// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchChecks: every check of a batch over the rows that would go into it. First all rows are handed in, then
// finish() decides, then each row is asked about. Owned by one run of the export service; one object, one
// thread.
#pragma once

#include "core/base/ids.h"
#include "core/checks/duplicates.h"
#include "core/exporting/asked_question.h"
#include "core/exporting/row_facts.h"
#include "core/exporting/row_finding.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace goldpan::store {
struct EntryRecord;
}

namespace goldpan::exporting {

class BatchChecks {
public:
    /// What the settings point to must outlive this. A split may fill the same questions.
    explicit BatchChecks(CheckSettings settings,
                         std::shared_ptr<AskedQuestions> questions = std::make_shared<AskedQuestions>());

    void add(const store::EntryRecord& record, RowFacts facts, const AskedQuestion& question);
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
    [[nodiscard]] const CheckSettings& settings() const { return m_settings; }
    [[nodiscard]] bool excludes(RowCheck check) const { return m_settings.excluding.contains(check); }

private:
    struct Row {
        RowId id;
        std::string requestId;
        bool corrected = true;
        std::int64_t at = 0; ///< microseconds: of the correction, else of the log
        std::vector<RowFinding> findings;
    };

    void addContaminatedFrames();
    /// Both of newestFirst().
    void addConflicts(std::span<const std::size_t> order);
    void addDuplicates(std::vector<std::size_t> order);
    /// Numbers of all rows, the one that is to stay before those that are not: the newest correction, then
    /// the newest answer; ids decide between equals, never the order of rows.
    [[nodiscard]] std::vector<std::size_t> newestFirst() const;

    CheckSettings m_settings;
    std::vector<Row> m_rows;
    std::vector<checks::ComparedRow> m_compared; ///< by row
    std::shared_ptr<AskedQuestions> m_questions;
    std::map<std::size_t, std::vector<std::pair<std::size_t, GoldMatch>>> m_framed; ///< rows, by gold case
    std::map<std::string, std::int64_t> m_goldInFrames;
    std::vector<RowFinding> m_findings;
    std::unordered_map<RowId, Verdict> m_verdicts;
    bool m_finished = false;
};

} // namespace goldpan::exporting
