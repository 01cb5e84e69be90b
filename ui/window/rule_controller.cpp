// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rule_controller.h"

#include "core/redact/rules/rules.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/token_words.h"
#include "ui/rules/allow_dialog.h"
#include "ui/rules/own_rule_dialog.h"
#include "ui/window/menus.h"
#include "ui/window/panes.h"
#include "ui/window/problem_controller.h"

#include <QMenu>

#include <algorithm>
#include <cctype>
#include <utility>

namespace goldpan::ui {
namespace {

constexpr int kSlowMs = 400;

bool isTaken(const std::string& name, const redact::RuleSet& rules) {
    return std::ranges::find(rules.rules(), name, &redact::CustomRule::name) != rules.rules().end() ||
           std::ranges::find(redact::allRules(), name, &redact::Rule::name) != redact::allRules().end();
}

/// "customer no", "customer no 2": what reports call a rule with that token.
std::string freeName(const std::string& token, const redact::RuleSet& rules) {
    std::string base;
    for (const char c : token) {
        if (c != '[' && c != ']') {
            base += c == '_' ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    std::string name = base;
    for (int number = 2; isTaken(name, rules); ++number) {
        name = base + ' ' + std::to_string(number);
    }
    return name;
}

} // namespace

RuleController::RuleController(QWidget& window, Panes& panes, CommandRegistry& registry,
                               const ProblemController& problems, StoreRules& rules, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_problems(problems)
    , m_rules(rules)
    , m_allow(new AllowDialog(&window))
    , m_own(new OwnRuleDialog(&window)) {
    connect(m_allow, &AllowDialog::allowRequested, this, &RuleController::allow);
    connect(m_own, &OwnRuleDialog::ruleRequested, this, &RuleController::add);
    for (const QDialog* dialog : std::initializer_list<const QDialog*>{m_allow, m_own}) {
        connect(dialog, &QDialog::rejected, this, [this] {
            m_rules.cancel(m_change); // else what was given up would be done all the same
            Q_EMIT dialogClosed();
        });
        connect(dialog, &QDialog::accepted, this, [this, &window] { // back to the words that it was about
            window.activateWindow();
            QTextCursor cursor = m_panes.editor->textCursor();
            cursor.setPosition(cursor.selectionEnd()); // or one key too many would replace them
            m_panes.editor->setTextCursor(cursor);
            m_panes.editor->setFocus();
        });
    }
    connect(&rules, &StoreRules::changed, this, &RuleController::takeRules);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        const QString busy = tr("The store is busy: this is done as soon as it is free. Esc gives it up.");
        m_allow->setMessage(busy);
        m_own->setMessage(busy);
    });
    bindCommands(registry);
    connect(panes.editor, &CorrectionEditor::menuOpens, this, [&registry](QMenu& menu) {
        menu.addSeparator();
        addCommands(menu, registry, {"pii.redact", "pii.allow", "pii.mark", "token.explain"});
    });
}

void RuleController::bindCommands(CommandRegistry& registry) {
    registry.setHandler(
        QStringLiteral("pii.allow"), [this] { askAllow(); },
        [this] {
            return !m_isOpen      ? tr("no store is open")
                   : foundThere() ? QString()
                                  : tr("no PII is found at the cursor of the correction");
        });
    registry.setHandler(
        QStringLiteral("pii.mark"), [this] { askMark(); },
        [this] {
            return !m_isOpen                   ? tr("no store is open")
                   : selectedWords().isEmpty() ? tr("no words of the correction are selected")
                                               : QString();
        });
}

void RuleController::setStore(StoreSession* session) {
    for (QDialog* dialog : std::initializer_list<QDialog*>{m_allow, m_own}) {
        if (dialog->isVisible()) { // closing one that is not open would take the activation all the same
            dialog->reject();
        }
    }
    m_isOpen = session != nullptr;
    m_offer.clear(); // which went with its store
}

void RuleController::takeRules() {
    if (!m_offer.isEmpty() && m_rules.redactor()->rules() != m_offered) {
        m_panes.notices->withdraw(std::exchange(m_offer, {}));
    }
}

std::optional<TextFinding> RuleController::foundThere() const {
    const QTextCursor cursor = m_panes.editor->textCursor();
    if (!m_problems.findings()) {
        return std::nullopt;
    }
    for (const TextFinding& finding : *m_problems.findings()) {
        const bool touches =
            cursor.hasSelection()
                ? finding.begin < cursor.selectionEnd() && cursor.selectionStart() < finding.end
                : finding.begin <= cursor.position() && cursor.position() <= finding.end;
        if (finding.kind == checks::ProblemKind::pii && touches) {
            return finding;
        }
    }
    return std::nullopt;
}

QString RuleController::selectedWords() const {
    const QTextCursor cursor = m_panes.editor->textCursor();
    return m_panes.editor->shownText()
        .mid(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart())
        .trimmed();
}

RuleController::Marked RuleController::markedThere() const {
    const QTextCursor cursor = m_panes.editor->textCursor();
    const QString text = m_panes.editor->shownText();
    const QString words = selectedWords();
    const auto begin = text.indexOf(words, cursor.selectionStart()); // without the blanks around them
    Marked marked{toUtf8(text), toUtf8(text.left(begin)).size(), 0};
    marked.end = marked.begin + toUtf8(words).size();
    return marked;
}

/// Asked of the rule alone: others may find the words too. Where it finds none it would never do anything, as
/// no rule reaches into a placeholder or into the middle of a word.
bool RuleController::finds(const redact::CustomRule& rule, const Marked& marked) {
    const auto alone = redact::RuleSet().withRule(rule);
    if (!alone) {
        return false;
    }
    return std::ranges::any_of(redact::Redactor(*alone).find(marked.text), [&](const redact::PiiSpan& span) {
        return span.rule != 0 && span.begin <= marked.begin && marked.end <= span.end;
    });
}

std::string RuleController::allowedThere() const {
    const QString words = selectedWords();
    for (const std::string& value : m_rules.redactor()->rules().allowed()) {
        if (words.compare(toQString(value), Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

void RuleController::askAllow() {
    const TextFinding finding = *foundThere();
    const QString value = m_panes.editor->shownText().mid(finding.begin, finding.end - finding.begin);
    m_allow->ask(value, tokenMeaning(finding.name, *m_rules.redactor()));
}

void RuleController::askMark() {
    if (const std::string value = allowedThere(); !value.empty()) {
        disallow(value);
    } else {
        m_marked = markedThere();
        m_own->ask(selectedWords());
    }
}

void RuleController::allow(const QString& value) {
    change([value = toUtf8(value)](const redact::RuleSet& rules) { return rules.withAllowed(value); },
           tr("This value is never redacted in this store from now on."),
           [this](const QString& why) { m_allow->setMessage(why); });
}

void RuleController::disallow(const std::string& value) {
    change([value](const redact::RuleSet& rules) { return rules.withoutAllowed(value); },
           tr("This value was on the list of those that are never redacted, and is off it now."),
           [this](const QString& why) { m_panes.notices->post(NoticeBar::Kind::error, why); });
}

void RuleController::add(const redact::CustomRule& rule) {
    change(
        [rule, marked = m_marked](const redact::RuleSet& rules) -> Result<redact::RuleSet> {
            const auto isSame = [&rule](const redact::CustomRule& other) {
                return other.pattern == rule.pattern && other.token == rule.token && other.cues.empty();
            };
            if (std::ranges::any_of(rules.rules(), isSame)) {
                return fail(ErrorCode::refused, toUtf8(tr("the store has this rule already")));
            }
            redact::CustomRule named = rule;
            named.name = freeName(named.token, rules);
            auto with = rules.withRule(named);
            if (with && !finds(named, marked)) {
                return fail(ErrorCode::refused, toUtf8(tr("the rule would not find these words where they "
                                                          "stand; select whole words, and no placeholder")));
            }
            return with;
        },
        tr("The rule counts from now on. Texts that were stored before stay as they are until goldpan-cli "
           "reredact."),
        [this](const QString& why) { m_own->setMessage(why); });
}

void RuleController::change(StoreRules::Edit edit, const QString& text,
                            std::function<void(const QString&)> refused) {
    setPending(true);
    m_change = m_rules.change(
        std::move(edit), [this, text, refused = std::move(refused)](const Result<StoreRules::Change>& made) {
            setPending(false);
            if (made) {
                closeDialogs();
                offerBack(text, *made);
            } else if (Error error = made.error(); error.code != ErrorCode::cancelled) {
                if (error.code == ErrorCode::badValue) {
                    error.where.clear(); // "rules[2].token" is a place in a file that nobody sees here
                }
                refused(errorText(error));
            }
        });
}

void RuleController::setPending(bool pending) {
    m_allow->setPending(pending);
    m_own->setPending(pending);
    pending ? m_slow.start() : m_slow.stop();
}

void RuleController::closeDialogs() {
    for (QDialog* dialog : std::initializer_list<QDialog*>{m_allow, m_own}) {
        if (dialog->isVisible()) {
            dialog->accept();
        }
    }
}

void RuleController::offerBack(const QString& text, const StoreRules::Change& made) {
    const auto takeBack = [this, made] {
        m_rules.change(
            [made](const redact::RuleSet& now) -> Result<redact::RuleSet> {
                if (now != made.after) {
                    return fail(ErrorCode::conflict, {});
                }
                return made.before;
            },
            [this](const Result<StoreRules::Change>& back) {
                const bool isLate = !back && back.error().code == ErrorCode::conflict;
                m_panes.notices->post(back ? NoticeBar::Kind::info : NoticeBar::Kind::error,
                                      back ? tr("The redaction rules are what they were before. The store's "
                                                "history of its rules keeps what they were meanwhile.")
                                      : isLate
                                          ? tr("The redaction rules were changed since, and stay as they "
                                               "are: goldpan-cli rules shows them.")
                                          : errorText(back.error()));
            });
        m_panes.editor->setFocus();
    };
    m_offer = text;
    m_offered = made.after;
    m_panes.notices->post(NoticeBar::Kind::info, text, {{tr("Take it back"), takeBack}});
}

} // namespace goldpan::ui
