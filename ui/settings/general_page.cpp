// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/general_page.h"

#include "ui/common/form_parts.h"
#include "ui/common/number_box.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace goldpan::ui {
namespace {

constexpr double kSystemPoints = kLeastPoints - 1; ///< one step below the smallest size
constexpr int kMostNameCharacters = 80;

void choose(QComboBox& box, const QVariant& data) {
    int at = box.findData(data);
    if (at < 0) { // a font that is not installed here stays chosen
        box.addItem(data.toString(), data);
        at = box.count() - 1;
    }
    box.setCurrentIndex(at);
}

} // namespace

GeneralPage::GeneralPage(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("settingsGeneral"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeLanguage(*form);
    makeLooks(*form);
    makeFonts(*form);
    makeOperator(*form);
}

void GeneralPage::makeLanguage(QFormLayout& form) {
    m_language = named(new QComboBox(this), "settingsLanguage", tr("Language"));
    m_language->addItem(tr("As the system"), static_cast<int>(LanguageChoice::system));
    // Each in its own words, so that people find back from one that they cannot read.
    m_language->addItem(QStringLiteral("English"), static_cast<int>(LanguageChoice::english));
    m_language->addItem(QStringLiteral("中文"), static_cast<int>(LanguageChoice::chinese));
    form.addRow(tr("&Language"), m_language);
    form.addRow(QString(),
                hintLabel("settingsLanguageHint", this, tr("Another language counts from the next start.")));
    connect(m_language, &QComboBox::currentIndexChanged, this, &GeneralPage::edited);
}

void GeneralPage::makeLooks(QFormLayout& form) {
    m_theme = named(new QComboBox(this), "settingsTheme", tr("Colours"));
    m_theme->addItem(tr("As the system"), static_cast<int>(ThemeChoice::system));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::dark));
    form.addRow(tr("&Colours"), m_theme);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &GeneralPage::edited);
}

QDoubleSpinBox* GeneralPage::pointsBox(const char* name, const QString& accessible, const QString& atZero) {
    auto* box = named(new NumberBox(this), name, accessible);
    box->setRange(kSystemPoints, kMostPoints);
    box->setDecimals(1);
    box->setSpecialValueText(atZero);
    box->setSuffix(tr(" pt", "points, the size of a font"));
    box->setKeyboardTracking(false); // 1 on the way to 12 is no size
    connect(box, &QDoubleSpinBox::valueChanged, this, &GeneralPage::edited);
    return box;
}

void GeneralPage::makeFonts(QFormLayout& form) {
    m_interfacePoints =
        pointsBox("settingsInterfacePoints", tr("Size of the interface"), tr("As the system"));
    form.addRow(tr("&Interface size"), m_interfacePoints);
    m_textFamily = named(new QComboBox(this), "settingsTextFamily", tr("Font of texts"));
    m_textFamily->addItem(tr("As the interface"), QString());
    m_textFamily->addItem(tr("Fixed width"), QString::fromLatin1(kMonospace));
    m_textFamily->insertSeparator(m_textFamily->count());
    for (const QString& family : QFontDatabase::families()) {
        if (!QFontDatabase::isPrivateFamily(family)) {
            m_textFamily->addItem(family, family);
        }
    }
    m_textFamily->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_textFamily->setMinimumContentsLength(24);
    connect(m_textFamily, &QComboBox::currentIndexChanged, this, &GeneralPage::edited);
    form.addRow(tr("&Font of texts"), m_textFamily);
    m_textPoints = pointsBox("settingsTextPoints", tr("Size of texts"), tr("As the interface"));
    form.addRow(tr("&Size of texts"), m_textPoints);
    form.addRow(QString(), hintLabel("settingsTextHint", this,
                                     tr("Texts are the conversation, the response and the correction.")));
    m_zoom = named(new QSpinBox(this), "settingsZoom", tr("Zoom"));
    m_zoom->setRange(kLeastZoom, kMostZoom);
    m_zoom->setPrefix(QStringLiteral("+"));
    connect(m_zoom, &QSpinBox::valueChanged, this, [this](int steps) {
        m_zoom->setPrefix(steps > 0 ? QStringLiteral("+") : QString());
        Q_EMIT edited();
    });
    form.addRow(tr("&Zoom"), m_zoom);
}

void GeneralPage::makeOperator(QFormLayout& form) {
    m_operator = named(new QLineEdit(this), "settingsOperator", tr("Operator"));
    m_operator->setMaxLength(kMostNameCharacters);
    m_operatorHint = hintLabel("settingsOperatorHint", this);
    connect(m_operator, &QLineEdit::editingFinished, this, &GeneralPage::edited);
    form.addRow(tr("&Operator"), m_operator);
    form.addRow(QString(), m_operatorHint);
}

void GeneralPage::show(const Preferences& preferences) {
    const QSignalBlocker blocker(this);
    choose(*m_language, static_cast<int>(preferences.language));
    choose(*m_theme, static_cast<int>(preferences.theme));
    m_interfacePoints->setValue(preferences.interfacePoints > 0 ? preferences.interfacePoints
                                                                : kSystemPoints);
    choose(*m_textFamily, preferences.textFamily);
    m_textPoints->setValue(preferences.textPoints > 0 ? preferences.textPoints : kSystemPoints);
    m_zoom->setValue(preferences.zoomSteps);
    m_zoom->setPrefix(preferences.zoomSteps > 0 ? QStringLiteral("+") : QString());
    if (!m_operator->hasFocus() || m_operator->text().trimmed() != preferences.operatorName) {
        m_operator->setText(preferences.operatorName);
    }
}

void GeneralPage::showOperator(const QString& name, bool fixed) {
    const QString shown = visibleLine(toUtf8(name), kMostNameCharacters);
    m_operator->setPlaceholderText(shown);
    m_operatorHint->setText(
        fixed ? tr("The command line says that %1 works here. The name above counts without --operator.")
                    .arg(shown)
              : tr("Decisions from now on are by %1.").arg(shown));
}

void GeneralPage::writeTo(Preferences& to) const {
    to.language = static_cast<LanguageChoice>(m_language->currentData().toInt());
    to.theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    const auto points = [](const QDoubleSpinBox& box) {
        return box.value() < kLeastPoints ? 0.0 : box.value();
    };
    to.interfacePoints = points(*m_interfacePoints);
    to.textFamily = m_textFamily->currentData().toString();
    to.textPoints = points(*m_textPoints);
    to.zoomSteps = m_zoom->value();
    to.operatorName = m_operator->text().trimmed();
}

} // namespace goldpan::ui
