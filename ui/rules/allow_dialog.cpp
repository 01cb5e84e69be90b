// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/allow_dialog.h"

#include "ui/common/form_parts.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

constexpr std::size_t kValueCharacters = 1000;

} // namespace

AllowDialog::AllowDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("allowDialog"));
    setWindowTitle(tr("This is not PII"));
    setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);

    m_value = named(new QLineEdit(this), "allowValue", tr("Value that is never redacted"));
    m_value->setReadOnly(true);
    auto* label = new QLabel(tr("&Never redact"), this);
    label->setBuddy(m_value);
    form->addRow(label, m_value);
    m_meaning = hintLabel("allowMeaning", this);
    form->addRow(QString(), m_meaning);
    column->addWidget(hintLabel("allowHint", this,
                                tr("Exactly this value stays as it is in all that is imported, typed and "
                                   "exported in this store from now on, whatever rule finds it. What was "
                                   "redacted before stays redacted.")));
    column->addWidget(hintLabel(
        "allowClear", this,
        tr("The list of such values is kept in the store as it is read here, also in the history of "
           "the rules once it is taken back: whoever can open the store can read it. It is meant "
           "for values that are nobody's, such as the address of your own support.")));
    m_message = hintLabel("allowMessage", this);
    column->addWidget(m_message);
    column->addStretch();

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_allow = named(buttons->addButton(tr("Never redact it"), QDialogButtonBox::AcceptRole), "allowRun",
                    tr("Never redact this value"));
    m_allow->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_isPending) {
            Q_EMIT allowRequested(m_asked);
        }
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setTabOrder(m_value, m_allow);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

void AllowDialog::ask(const QString& value, const QString& meaning) {
    m_asked = value;
    m_value->setText(visibleLine(toUtf8(value), kValueCharacters));
    m_value->setCursorPosition(0);
    m_meaning->setText(meaning);
    m_isPending = false;
    setMessage({});
    m_allow->setFocus();
    open();
}

void AllowDialog::setMessage(const QString& text) {
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace goldpan::ui
