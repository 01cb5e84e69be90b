// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TextChecker: finds what is wrong with the words of the editor while they are typed. Short texts are checked
// at once, long ones by a worker; a newer text replaces an older. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>

#include "ui/detail/text_findings.h"
#include "ui/state/row_detail.h"

namespace goldpan::ui {

class StoreSession;

class TextChecker final : public QObject {
    Q_OBJECT

public:
    explicit TextChecker(QObject* parent = nullptr);

    void setStore(StoreSession* session);
    /// Answers by found(), before it returns where the text is short. `text` is as the document has it.
    void check(const QString& text, const RowDetailPtr& row);
    /// There is nothing to check any more; no answer comes.
    void drop();
    [[nodiscard]] bool isChecking() const { return m_checking; }

Q_SIGNALS:
    void found(const goldpan::ui::TextFindings& findings);

private:
    StoreSession* m_session = nullptr;
    bool m_checking = false;
};

} // namespace goldpan::ui
