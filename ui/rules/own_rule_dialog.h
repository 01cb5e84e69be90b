// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OwnRuleDialog: asks how words that somebody pointed at are to be redacted by a rule of the store's own:
// these words or their shape, and with which token. It only asks. Owned by the window; GUI thread.
#pragma once

#include "core/redact/own/rule_set.h"

#include <QDialog>
#include <QString>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace goldpan::ui {

class OwnRuleDialog final : public QDialog {
    Q_OBJECT

public:
    explicit OwnRuleDialog(QWidget* parent = nullptr);

    void ask(const QString& words);
    /// What came of the request, where that is no good.
    void setMessage(const QString& text);
    /// What was asked for is on its way to the store: all that can be done is to close.
    void setPending(bool pending);

Q_SIGNALS:
    /// The rule has no name yet.
    void ruleRequested(const goldpan::redact::CustomRule& rule);

private:
    [[nodiscard]] redact::CustomRule rule() const;
    void refresh();

    QString m_asked;
    bool m_isPending = false;
    QLineEdit* m_words = nullptr;
    QCheckBox* m_shape = nullptr;
    QLineEdit* m_pattern = nullptr;
    QLineEdit* m_token = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace goldpan::ui
