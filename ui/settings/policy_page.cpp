// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/policy_page.h"

#include "ui/common/form_parts.h"
#include "ui/common/number_box.h"
#include "ui/exporting/check_text.h"

#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <string>

namespace goldpan::ui {
namespace {

constexpr double kPercent = 100;
constexpr int kDecimals = 4;
constexpr double kLeastShown = 0.0001; ///< of what must be more than nothing, with so many decimals
constexpr int kLinesAround = 4;        ///< so that what a number means is in sight with it

} // namespace

PolicyPage::PolicyPage(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("settingsPolicy"));
    auto* scroll = named(new QScrollArea(this), "settingsPolicyScroll", tr("Policy of the store"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // Tab goes through its fields, and each comes into sight
    auto* fields = new QWidget(scroll);
    auto* grid = new QGridLayout(fields); // a form would leave gaps below lines that are wrapped
    grid->addWidget(hintLabel("settingsPolicyHint", this,
                              tr("These belong to the open store and count for everybody who works in it.")),
                    0, 0, 1, 2);
    addFlagging(*grid);
    addSampling(*grid);
    addRetraining(*grid);
    addExport(*grid);
    grid->setRowStretch(grid->rowCount(), 1);
    grid->setColumnStretch(1, 1);
    scroll->setWidget(fields);
    fields->setAutoFillBackground(false); // the page shows through
    scroll->viewport()->setAutoFillBackground(false);

    m_apply = named(new QPushButton(tr("&Apply to the store"), this), "settingsPolicyApply",
                    tr("Apply to the store"));
    m_apply->setAutoDefault(false);
    m_message = hintLabel("settingsPolicyMessage", this);
    auto* row = new QHBoxLayout; // as wide as its words
    row->addWidget(m_apply);
    row->addWidget(m_message, 1, Qt::AlignVCenter);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addLayout(row);
    // QScrollArea follows Tab, but not a mnemonic.
    connect(qApp, &QApplication::focusChanged, scroll, [scroll, this](QWidget*, QWidget* now) {
        if (now != nullptr && scroll->isAncestorOf(now)) {
            scroll->ensureWidgetVisible(now, 0, fontMetrics().height() * kLinesAround);
        }
    });
    connect(m_apply, &QPushButton::clicked, this,
            [this] { Q_EMIT changeRequested(policyChanges(m_policy.value_or(Policy()), wanted())); });
    setPolicy({});
}

void PolicyPage::addFlagging(QGridLayout& grid) {
    addHeading(grid, tr("Flagging"));
    addNumber(grid, "settingsLowConfidence", tr("&Low confidence below"),
              tr("A row whose mean logprob is lower is marked and stands in the queue Low confidence."),
              {.member = &Policy::lowConfidenceLogprob}, Policy::kLeastLogprob, 0);
    m_fields.back().box->setSingleStep(0.1);
    addNumber(grid, "settingsDriftWindow", tr("&Drift window"),
              tr("How long before a drift event rows are tagged, where the event does not say."),
              {.member = &Policy::driftWindowHours}, kLeastShown, Policy::kMostWindowHours,
              tr(" h", "hours"));
}

void PolicyPage::addSampling(QGridLayout& grid) {
    addHeading(grid, tr("Sampling"));
    addNumber(grid, "settingsSampleRate", tr("&Share kept"),
              tr("Of the rows that nothing flags, an import that samples keeps this share."),
              {.member = &Policy::sampleRate, .scale = kPercent}, 0, kPercent, tr(" %", "percent"));
    addNumber(grid, "settingsRing", tr("Left-out rows &held for"),
              tr("For so long behind the newest row, feedback and drift events can bring in a row that was "
                 "left out."),
              {.member = &Policy::ringHours}, 0, Policy::kMostWindowHours, tr(" h", "hours"));
}

void PolicyPage::addRetraining(QGridLayout& grid) {
    addHeading(grid, tr("Retraining"));
    addNumber(grid, "settingsDriftRows", tr("&Rows of a drift window"),
              tr("A retraining is due when a drift window has this many rows that an export would take."),
              {.member = &Policy::driftMinRows}, 1, static_cast<double>(Policy::kMostRows));
    addNumber(grid, "settingsSchedule", tr("&Time between retrainings"),
              tr("A retraining is due when the last one is this long ago."),
              {.member = &Policy::scheduleDays}, 1, static_cast<double>(Policy::kMostDays), tr(" d", "days"));
    addNumber(
        grid, "settingsClusterRows", tr("Rows of a failure cl&uster"),
        tr("A retraining is due when this many rows that no training has had carry the same cluster tag."),
        {.member = &Policy::clusterMinRows}, 1, static_cast<double>(Policy::kMostRows));
}

void PolicyPage::addExport(QGridLayout& grid) {
    addHeading(grid, tr("Export"));
    auto* words = new QLabel(tr("Rows never exported"), this);
    const int first = grid.rowCount();
    grid.addWidget(words, first, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 4);
    for (const RowCheck check : kRowChecks) {
        const std::string name(rowCheckName(check));
        QString text = checkName(name);
        text[0] = text[0].toUpper();
        auto* box = named(new QCheckBox(text, this), ("settingsExclude_" + name).c_str(), text);
        box->setToolTip(checkMeaning(name));
        box->setAccessibleDescription(checkMeaning(name));
        connect(box, &QCheckBox::toggled, this, &PolicyPage::refresh);
        column->addWidget(box);
        m_excluded.push_back(box);
    }
    grid.addLayout(column, first, 1);
    grid.addWidget(
        hintLabel("settingsPolicyMeaning", this,
                  tr("Every export leaves out what is ticked here, and warns of the others. Words of "
                     "a gold set and lengths are looked at where an export names a gold set and a "
                     "number of tokens.")),
        first + 1, 1);
}

void PolicyPage::addHeading(QGridLayout& grid, const QString& text) {
    QLabel* heading = hintLabel("settingsPolicyHeading", this, text);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2);
}

void PolicyPage::addNumber(QGridLayout& grid, const char* name, const QString& label, const QString& meaning,
                           const Field& field, double least, double most, const QString& suffix) {
    auto* box = named(new NumberBox(this), name, QString(label).remove(QLatin1Char('&')));
    box->setDecimals(std::holds_alternative<double Policy::*>(field.member) ? kDecimals : 0);
    box->setRange(least, most);
    box->setSuffix(suffix);
    const auto shown = [&](double value) {
        return locale().toString(value, 'f', QLocale::FloatingPointShortest) + suffix;
    };
    const QString text =
        tr("%1 From %2 to %3.", "what a number means, and its ends").arg(meaning, shown(least), shown(most));
    box->setAccessibleDescription(text);
    connect(box, &NumberBox::valueChanged, this, &PolicyPage::refresh);
    auto* words = new QLabel(label, this);
    words->setBuddy(box);
    const int row = grid.rowCount();
    grid.addWidget(words, row, 0);
    grid.addWidget(box, row, 1);
    grid.addWidget(hintLabel("settingsPolicyMeaning", this, text), row + 1, 1);
    m_fields.push_back({box, field.member, field.scale});
}

void PolicyPage::setPolicy(std::optional<Policy> policy) {
    if (policy && policy == m_policy && !m_busy) {
        return; // read once more: what is typed meanwhile stays
    }
    m_policy = policy;
    m_busy = false;
    showStored();
}

void PolicyPage::showStored() {
    if (m_busy) {
        return;
    }
    const Policy shown = m_policy.value_or(Policy());
    for (Field& field : m_fields) {
        const auto value = [&](auto member) { return static_cast<double>(shown.*member); };
        field.box->setValue(std::visit(value, field.member) * field.scale);
        field.shown = field.box->value();
    }
    for (std::size_t i = 0; i < kRowChecks.size(); ++i) {
        m_excluded[i]->setChecked(std::ranges::find(shown.exportExclude, kRowChecks[i]) !=
                                  shown.exportExclude.end());
    }
    setMessage(m_policy ? QString() : tr("No store is open."));
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
    for (const Field& field : m_fields) {
        const NumberBox& box = *field.box;
        const auto take = [&]<typename Number>(Number Policy::*member) {
            // What was not touched stays as exact as it is stored.
            if (box.value() != field.shown) {
                out.*member = static_cast<Number>(box.value() / field.scale);
            }
        };
        std::visit(take, field.member);
    }
    out.exportExclude.clear();
    for (std::size_t i = 0; i < kRowChecks.size(); ++i) {
        if (m_excluded[i]->isChecked()) {
            out.exportExclude.push_back(kRowChecks[i]);
        }
    }
    return out;
}

void PolicyPage::refresh() {
    const bool editable = m_policy && !m_busy;
    // The focus must not fall out of the page with the button that was pressed.
    if (!editable && m_apply->hasFocus()) {
        parentWidget()->setFocus();
    }
    for (const Field& field : m_fields) {
        field.box->setEnabled(editable);
    }
    for (QCheckBox* box : m_excluded) {
        box->setEnabled(editable);
    }
    m_apply->setEnabled(editable && wanted() != *m_policy);
}

} // namespace goldpan::ui
