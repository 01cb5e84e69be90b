// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RuleController: "this is not PII" and "this is PII" about words in the editor, as changes of the store's
// own redaction rules that can be taken back. Owned by the window; GUI thread.
#pragma once

#include "core/redact/own/rule_set.h"
#include "ui/detail/text_findings.h"
#include "ui/state/store_rules.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

class QWidget;

namespace goldpan::ui {

class AllowDialog;
class CommandRegistry;
class OwnRuleDialog;
class ProblemController;
class StoreSession;
struct Panes;

class RuleController final : public QObject {
    Q_OBJECT

public:
    RuleController(QWidget& window, Panes& panes, CommandRegistry& registry,
                   const ProblemController& problems, StoreRules& rules, QObject* parent);

    void setStore(StoreSession* session);

Q_SIGNALS:
    void dialogClosed(); ///< by Esc: nothing was changed

private:
    /// What a new rule is to find: words of a text, by their bytes.
    struct Marked {
        std::string text;
        std::size_t begin = 0;
        std::size_t end = 0; ///< exclusive
    };

    void bindCommands(CommandRegistry& registry);
    /// The PII that was found under the cursor or the selection of the editor.
    [[nodiscard]] std::optional<TextFinding> foundThere() const;
    [[nodiscard]] QString selectedWords() const;
    [[nodiscard]] Marked markedThere() const;
    [[nodiscard]] static bool finds(const redact::CustomRule& rule, const Marked& marked);
    /// The entry of the allow-list that the selected words are, "" where they are none.
    [[nodiscard]] std::string allowedThere() const;
    void askAllow();
    void askMark();
    void allow(const QString& value);
    void disallow(const std::string& value);
    void add(const redact::CustomRule& rule);
    /// `refused` is told what went wrong; where it went well the notice says `text` and offers the way back.
    void change(StoreRules::Edit edit, const QString& text, std::function<void(const QString&)> refused);
    void setPending(bool pending);
    void closeDialogs();
    /// An offer to take a change back is over once the rules are others than it made.
    void takeRules();
    void offerBack(const QString& text, const StoreRules::Change& made);

    Panes& m_panes;
    const ProblemController& m_problems;
    StoreRules& m_rules;
    AllowDialog* m_allow;
    OwnRuleDialog* m_own;
    Marked m_marked;
    std::stop_source m_change; ///< on its way to the store
    QTimer m_slow;             ///< until that is said
    QString m_offer;           ///< text of the notice that offers a change back
    redact::RuleSet m_offered; ///< what that change made of the rules
    bool m_isOpen = false;
};

} // namespace goldpan::ui
