// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/empty_state.h"

#include <QLabel>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

QLabel* centredLabel(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(centredLabel("emptyTitle", this))
    , m_hint(centredLabel("emptyHint", this))
    , m_keys(centredLabel("emptyKeys", this)) {
    setObjectName(QStringLiteral("emptyState"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    m_title->setFont(large);
    QFont bold = font();
    bold.setBold(true);
    m_keys->setFont(bold);
    auto* column = new QVBoxLayout(this);
    const int line = fontMetrics().height();
    column->setContentsMargins(line * 2, line * 2, line * 2, line * 2);
    column->setSpacing(line / 2);
    column->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_keys);
    column->addStretch();
}

void EmptyState::setContent(const QString& title, const QString& hint, const QString& keys) {
    m_title->setText(title);
    m_hint->setText(hint);
    m_keys->setText(keys);
    m_keys->setVisible(!keys.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(keys.isEmpty() ? hint : tr("%1 (%2)", "hint, keys").arg(hint, keys));
}

} // namespace goldpan::ui
