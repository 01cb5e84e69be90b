// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AllowDialog: asks whether a value that the rules find is never to be redacted, and says what that means. It
// only asks. Owned by the window; GUI thread.
#pragma once

#include <QDialog>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;

namespace goldpan::ui {

class AllowDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AllowDialog(QWidget* parent = nullptr);

    /// `meaning`: tokenMeaning() of what the rules take it for.
    void ask(const QString& value, const QString& meaning);
    /// What came of the request, where that is no good.
    void setMessage(const QString& text);
    /// What was asked for is on its way to the store: all that can be done is to close. Nothing is disabled,
    /// or the focus would go on to Cancel, and the next Enter would press it.
    void setPending(bool pending) { m_isPending = pending; }

Q_SIGNALS:
    void allowRequested(const QString& value);

private:
    QString m_asked;
    bool m_isPending = false;
    QLineEdit* m_value = nullptr;
    QLabel* m_meaning = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_allow = nullptr;
};

} // namespace goldpan::ui
