// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/own_rule_dialog.h"

#include "ui/common/form_parts.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/rules/rule_pattern.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

constexpr std::size_t kWordsCharacters = 1000;

} // namespace

OwnRuleDialog::OwnRuleDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("ownRuleDialog"));
    setWindowTitle(tr("This is PII"));
    setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    const auto addRow = [&](const QString& text, QLineEdit* edit) {
        auto* label = new QLabel(text, this);
        label->setBuddy(edit);
        form->addRow(label, edit);
    };

    m_words = named(new QLineEdit(this), "ownRuleWords", tr("Words to redact"));
    m_words->setReadOnly(true);
    addRow(tr("&Redact"), m_words);
    m_shape = named(new QCheckBox(tr("Any &digits in the place of these"), this), "ownRuleShape",
                    tr("Any digits in the place of these"));
    form->addRow(QString(), m_shape);
    m_pattern = named(new QLineEdit(this), "ownRulePattern", tr("Pattern of the rule"));
    m_pattern->setReadOnly(true);
    addRow(tr("&Pattern"), m_pattern);
    m_token = named(new QLineEdit(this), "ownRuleToken", tr("Placeholder"));
    addRow(tr("P&laceholder"), m_token);
    m_hint = hintLabel("ownRuleHint", this);
    column->addWidget(m_hint);
    column->addWidget(
        hintLabel("ownRuleBefore", this,
                  tr("The rule counts for all that is imported, typed and exported in this store "
                     "from now on. Texts that were stored before stay as they are until "
                     "goldpan-cli reredact.")));
    m_message = hintLabel("ownRuleMessage", this);
    column->addWidget(m_message);
    column->addStretch();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = named(buttons->addButton(tr("Add the rule"), QDialogButtonBox::AcceptRole), "ownRuleRun",
                  tr("Add the rule"));
    m_add->setDefault(true);
    column->addWidget(buttons);
    connect(m_shape, &QCheckBox::toggled, this, &OwnRuleDialog::refresh);
    connect(m_token, &QLineEdit::textChanged, this, &OwnRuleDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_isPending) {
            Q_EMIT ruleRequested(rule());
        }
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

void OwnRuleDialog::ask(const QString& words) {
    m_asked = words;
    m_words->setText(visibleLine(toUtf8(words), kWordsCharacters));
    m_words->setCursorPosition(0);
    const bool hasShape = hasDigits(toUtf8(words));
    setPending(false);
    m_shape->setEnabled(hasShape);
    m_shape->setChecked(isTellingShape(toUtf8(words))); // it names nobody, and hardly anything else has it
    m_token->setText(QStringLiteral("[CUSTOM]"));
    refresh();
    m_token->setFocus();
    m_token->selectAll();
    open();
}

redact::CustomRule OwnRuleDialog::rule() const {
    const std::string words = toUtf8(m_asked);
    QString token = m_token->text().trimmed();
    token.remove(u'[').remove(u']');
    redact::CustomRule out;
    out.pattern = m_shape->isChecked() ? shapePattern(words) : literalPattern(words);
    out.token = toUtf8(QLatin1Char('[') + token + QLatin1Char(']'));
    return out;
}

void OwnRuleDialog::refresh() {
    m_pattern->setText(visibleLine(rule().pattern, kWordsCharacters));
    m_pattern->setCursorPosition(0);
    const bool hasShape = m_shape->isChecked();
    m_hint->setText(hasShape && !hasLetters(toUtf8(m_asked))
                        ? tr("The rule holds the shape alone, and redacts every other value of it too.")
                    : hasShape
                        ? tr("The rule holds the letters of these words as they are read here, also in the "
                             "history of the rules once it is taken back: whoever can open the store can "
                             "read them. It redacts the same letters with other digits too.")
                        : tr("The rule holds these words as they are read here, also in the history of the "
                             "rules once it is taken back: whoever can open the store can read them."));
    const bool tooShort = isTooShort(toUtf8(m_asked));
    m_add->setEnabled(!tooShort && !m_token->text().trimmed().isEmpty());
    setMessage(tooShort ? tr("These words are too short for a rule, which would redact pieces of every text.")
                        : QString());
}

void OwnRuleDialog::setPending(bool pending) {
    // Nothing is disabled: the focus would go on to Cancel, and the next Enter would press it.
    m_isPending = pending;
    m_token->setReadOnly(pending);
}

void OwnRuleDialog::setMessage(const QString& text) {
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace goldpan::ui
