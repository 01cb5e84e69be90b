// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policy_page.h"

#include "ui/common/form_parts.h"
#include "ui/settings/number_box.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace goldpan::ui {

PolicyPage::PolicyPage(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("settingsPolicy"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(hintLabel("settingsPolicyHint", this,
                           tr("These belong to the open store and count for everybody who works in it.")));
    m_lowConfidence =
        addNumber(*form, "settingsLowConfidence", tr("&Low confidence below"),
                  tr("A row whose mean logprob is lower is marked and stands in the queue Low confidence."),
                  Policy::kLeastLogprob, 0);
    m_lowConfidence->setSingleStep(0.1);
    m_driftWindow =
        addNumber(*form, "settingsDriftWindow", tr("&Drift window"),
                  tr("How long before a drift event rows are tagged, where the event does not say."), 0,
                  Policy::kMostWindowHours);
    m_driftWindow->setSuffix(tr(" h", "hours"));
    m_apply = named(new QPushButton(tr("&Apply to the store"), this), "settingsPolicyApply",
                    tr("Apply to the store"));
    m_apply->setAutoDefault(false);
    m_message = hintLabel("settingsPolicyMessage", this);
    auto* row = new QHBoxLayout; // as wide as its words
    row->addWidget(m_apply);
    row->addStretch();
    form->addRow(QString(), row);
    form->addRow(QString(), m_message);
    connect(m_apply, &QPushButton::clicked, this, [this] { Q_EMIT changeRequested(wanted()); });
    setPolicy({});
}

QDoubleSpinBox* PolicyPage::addNumber(QFormLayout& form, const char* name, const QString& label,
                                      const QString& meaning, double least, double most) {
    auto* box = named(new NumberBox(this), name, QString(label).remove(QLatin1Char('&')));
    box->setAccessibleDescription(meaning);
    box->setDecimals(4);
    box->setRange(least, most);
    connect(box, &QDoubleSpinBox::valueChanged, this, &PolicyPage::refresh);
    form.addRow(label, box);
    form.addRow(QString(), hintLabel("settingsPolicyMeaning", this, meaning));
    return box;
}

void PolicyPage::setPolicy(std::optional<Policy> policy) {
    m_policy = policy;
    m_busy = false;
    const Policy shown = policy.value_or(Policy());
    m_lowConfidence->setValue(shown.lowConfidenceLogprob);
    m_driftWindow->setValue(shown.driftWindowHours);
    setMessage(policy ? QString() : tr("No store is open."));
    refresh();
}

void PolicyPage::setBusy(const QString& text) {
    m_busy = true;
    setMessage(text);
    refresh();
}

void PolicyPage::setMessage(const QString& text) {
    m_message->setText(text);
}

Policy PolicyPage::wanted() const {
    Policy out = m_policy.value_or(Policy());
    // What was not touched stays as exact as it is stored.
    const auto take = [](const QDoubleSpinBox& box, double& value) {
        if (box.value() != box.valueFromText(box.textFromValue(value))) {
            value = box.value();
        }
    };
    take(*m_lowConfidence, out.lowConfidenceLogprob);
    take(*m_driftWindow, out.driftWindowHours);
    return out;
}

void PolicyPage::refresh() {
    const bool editable = m_policy && !m_busy;
    // The focus must not fall out of the page with the button that was pressed.
    if (!editable && m_apply->hasFocus()) {
        parentWidget()->setFocus();
    }
    m_lowConfidence->setEnabled(editable);
    m_driftWindow->setEnabled(editable);
    m_apply->setEnabled(editable && wanted() != *m_policy);
}

} // namespace goldpan::ui
