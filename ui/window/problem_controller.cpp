// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/problem_controller.h"

#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/correction_editor.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/window/panes.h"
#include "ui/window/queue_controller.h"

#include <QStackedWidget>
#include <algorithm>
#include <utility>

namespace goldpan::ui {

ProblemController::ProblemController(Panes& panes, CommandRegistry& registry, QueueController& queue,
                                     ReviewSession& review, const StoreRules& rules, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_registry(registry)
    , m_queue(queue)
    , m_review(review)
    , m_rules(rules) {
    connect(&rules, &StoreRules::changed, this, &ProblemController::takeRules);
    connect(panes.editor, &CorrectionEditor::textChanged, this, &ProblemController::check);
    connect(&m_checker, &TextChecker::found, this, &ProblemController::take);
    connect(&review, &ReviewSession::statusChanged, this, [this](const EditorStatus& status) {
        const QString token = m_status.token;
        m_status = status;
        setPointedToken(token);
    });
    connect(&review, &ReviewSession::savedRedacted, this, [this](RowId row) {
        m_panes.notices->post(NoticeBar::Kind::warning,
                              tr("PII in the correction was redacted as it was saved. Export holds that row "
                                 "back until you have read it and saved it again."),
                              {{tr("Go to that row"), [this, row] { m_queue.goTo(row); }}});
    });
    connect(&registry, &CommandRegistry::keysChanged, this, &ProblemController::showStatus);
    bindCommands(registry);
    showStatus();
}

void ProblemController::bindCommands(CommandRegistry& registry) {
    const auto noRow = [this] { return m_review.detail() != nullptr ? QString() : tr("no row is selected"); };
    registry.setHandler(
        QStringLiteral("problem.next"), [this] { walk(1); }, noRow);
    registry.setHandler(
        QStringLiteral("problem.previous"), [this] { walk(-1); }, noRow);
    registry.setHandler(
        QStringLiteral("pii.redact"), [this] { redact(); }, noRow);
}

void ProblemController::setStore(StoreSession* session) {
    m_isOpen = session != nullptr;
    m_checker.setRedactor(m_isOpen ? m_rules.redactor() : nullptr);
}

void ProblemController::takeRules() {
    if (m_isOpen) {
        m_checker.setRedactor(m_rules.redactor());
        check();
    }
}

void ProblemController::setPointedToken(const QString& meaning) {
    m_status.token = meaning;
    showStatus();
}

void ProblemController::check() {
    if (std::exchange(m_row, m_review.row()) != m_review.row() || m_review.detail() == nullptr) {
        m_findings.reset(); // what was found in the words of another row says nothing about these
        m_at = -1;
        m_stepWanted = 0;
        m_panes.editor->setFindings({});
    }
    m_checker.check(m_panes.editor->shownText(), m_review.detail());
}

void ProblemController::take(const TextFindings& findings) {
    if (m_findings != findings) {
        m_at = -1;
    }
    m_findings = findings;
    m_panes.editor->setFindings(findings);
    showStatus();
    if (const int step = std::exchange(m_stepWanted, 0); step != 0) {
        walk(step);
    }
}

void ProblemController::showStatus() {
    m_status.lineEndsNormalised = m_panes.editor->lineEndsNormalised();
    m_status.findings = m_findings;
    m_status.keys = {.nextProblem = m_registry.keyText("problem.next"),
                     .redact = m_registry.keyText("pii.redact"),
                     .save = m_registry.keyText("correction.save"),
                     .accept = m_registry.keyText("review.accept")};
    m_panes.state->setStatus(m_status);
}

void ProblemController::walk(int step) {
    if (m_checker.isChecking()) {
        m_stepWanted = step;
        return;
    }
    if (!m_findings || m_findings->empty()) {
        m_panes.notices->post(NoticeBar::Kind::info, tr("The correction has no problems: no PII, and its "
                                                        "placeholders are whole."));
        return;
    }
    const int count = static_cast<int>(m_findings->size());
    const int next = nextFrom(step);
    m_at = (next + count) % count;
    const TextFinding& finding = (*m_findings)[static_cast<std::size_t>(m_at)];
    m_panes.pages->setCurrentIndex(0);
    m_panes.editor->goTo(finding);
    QString text = tr("Problem %1 of %2: %3")
                       .arg(m_at + 1)
                       .arg(count)
                       .arg(findingText(finding, m_registry.keyText("pii.redact")));
    if (next != m_at) {
        text = (step > 0 ? tr("Past the last one, on from the top. %1")
                         : tr("Past the first one, on from the end. %1"))
                   .arg(text);
    }
    m_panes.notices->post(NoticeBar::Kind::info, text);
}

/// Index of the finding to go to; -1 and the count of them lie past either end.
int ProblemController::nextFrom(int step) const {
    const QTextCursor cursor = m_panes.editor->textCursor();
    const int from = cursor.selectionStart();
    if (m_at >= 0) {
        const TextFinding& here = (*m_findings)[static_cast<std::size_t>(m_at)];
        if (from == here.begin && cursor.selectionEnd() == here.end) {
            return m_at + step;
        }
    }
    const auto at =
        std::ranges::lower_bound(*m_findings, from, {}, &TextFinding::begin) - m_findings->begin();
    return static_cast<int>(at) - (step > 0 ? 0 : 1);
}

void ProblemController::redact() {
    const QString text = m_panes.editor->shownText();
    m_checker.findRedactions(text, m_review.detail(),
                             [this, text, row = m_review.row()](const std::vector<TextFindings>& rounds) {
                                 if (row == m_review.row()) { // else saving has redacted the words
                                     takeRedactions(text, rounds);
                                 }
                             });
}

void ProblemController::takeRedactions(const QString& text, const std::vector<TextFindings>& rounds) {
    if (text != m_panes.editor->shownText()) {
        m_panes.notices->post(NoticeBar::Kind::warning,
                              tr("Nothing was redacted: the text changed while it was looked through. %1 "
                                 "looks again.")
                                  .arg(m_registry.keyText("pii.redact")));
        return;
    }
    int redacted = 0;
    for (const TextFindings& round : rounds) {
        std::vector<CorrectionEditor::Replacement> pieces;
        for (const TextFinding& finding : round) {
            pieces.push_back({finding.begin, finding.end, tokenText(finding.name)});
        }
        m_panes.editor->replace(pieces, redacted > 0);
        redacted += static_cast<int>(pieces.size());
    }
    m_panes.notices->post(
        NoticeBar::Kind::info,
        redacted > 0 ? tr("%n piece(s) of PII redacted in the text. Ctrl+Z in the editor takes it back.",
                          nullptr, redacted)
                     : tr("No PII was found in the correction."));
}

} // namespace goldpan::ui
