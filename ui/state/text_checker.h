// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextChecker: finds what is wrong with the words of the editor while they are typed. Short texts are checked
// at once, long ones by a worker; a newer text replaces an older. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <vector>

#include "ui/async/compute_worker.h"
#include "ui/detail/text_findings.h"
#include "ui/state/row_detail.h"
#include "ui/state/store_rules.h"

namespace goldpan::ui {

class TextChecker final : public QObject {
    Q_OBJECT

public:
    explicit TextChecker(QObject* parent = nullptr);

    /// nullptr: there is nothing to check.
    void setRedactor(RedactorPtr redactor);
    /// Answers by found(), before it returns where the text is short. `text` is as the document has it.
    void check(const QString& text, const RowDetailPtr& row);
    /// There is nothing to check any more; no answer comes.
    void drop();
    [[nodiscard]] bool isChecking() const { return m_checking; }

    /// Answers what redactionRounds() finds in `text`, before it returns where that is short; only the newest
    /// call is answered.
    void findRedactions(const QString& text, const RowDetailPtr& row,
                        std::function<void(const std::vector<TextFindings>&)> done);

Q_SIGNALS:
    void found(const goldpan::ui::TextFindings& findings);

private:
    void checkAside();

    RedactorPtr m_redactor;
    ComputeWorker m_worker;
    ComputeWorker m_redactions; ///< apart, so that a check does not replace what was asked for by a key
    QTimer m_due;
    QString m_text; ///< to be checked when it is due
    RowDetailPtr m_row;
    bool m_checking = false;
};

} // namespace goldpan::ui
