// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TokenController: tells what the tokens in the texts stand for: under the mouse, under the cursor, and all
// of a row by a command. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>

#include <array>

class QPlainTextEdit;

namespace goldpan::ui {

class CommandRegistry;
class ReviewSession;
class StoreRules;
struct Panes;

class TokenController final : public QObject {
    Q_OBJECT

public:
    TokenController(Panes& panes, CommandRegistry& registry, const ReviewSession& review,
                    const StoreRules& rules, QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// What the token under the cursor of the text with the focus stands for; "" where there is none.
    void pointedAt(const QString& meaning);

private:
    void look();
    void explain();
    /// "" where no token is at `position` of the text.
    [[nodiscard]] QString meaningAt(const QPlainTextEdit& view, int position) const;

    Panes& m_panes;
    const StoreRules& m_rules;
    std::array<QPlainTextEdit*, 4> m_views;
    QString m_told;
};

} // namespace goldpan::ui
