// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_sheet.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kColumnCharacters = 52;

QLabel* plainLabel(const QString& text, bool bold, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    QFont font = label->font();
    font.setBold(bold);
    label->setFont(font);
    return label;
}

} // namespace

KeySheet::KeySheet(QWidget* parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this)) {
    setObjectName(QStringLiteral("keySheet"));
    setAccessibleName(tr("Keys"));
    m_scroll->setObjectName(QStringLiteral("keySheetScroll"));
    m_scroll->setAccessibleName(tr("Keys"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_scroll);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_scroll);
}

void KeySheet::setGroups(std::vector<KeyGroup> groups) {
    m_groups = std::move(groups);
    m_columns = 0;
    rebuild();
}

void KeySheet::rebuild() {
    const int columnWidth = fontMetrics().averageCharWidth() * kColumnCharacters;
    const int columns = std::clamp(width() / std::max(columnWidth, 1), 1, 4);
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    m_keysWidth = widestKeys();
    auto* page = new QWidget;
    page->setAccessibleName(tr("Keys"));
    auto* row = new QHBoxLayout(page);
    row->setSpacing(fontMetrics().height() * 2);
    std::size_t lines = 0;
    for (const auto& group : m_groups) {
        lines += group.rows.size() + 2;
    }
    const std::size_t perColumn = lines / static_cast<std::size_t>(columns) + 1;
    QVBoxLayout* column = nullptr;
    std::size_t used = perColumn;
    for (const auto& group : m_groups) {
        if (used >= perColumn && (column == nullptr || row->count() < columns)) {
            column = new QVBoxLayout;
            column->setSpacing(fontMetrics().height());
            row->addLayout(column, 1);
            used = 0;
        }
        column->addWidget(groupWidget(group));
        used += group.rows.size() + 2;
    }
    for (int i = 0; i < row->count(); ++i) {
        static_cast<QVBoxLayout*>(row->itemAt(i)->layout())->addStretch();
    }
    m_scroll->setWidget(page); // deletes the earlier page
}

int KeySheet::widestKeys() const {
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int widest = 0;
    for (const KeyGroup& group : m_groups) {
        for (const KeyRow& row : group.rows) {
            widest = std::max(widest, metrics.horizontalAdvance(row.keys));
        }
    }
    return widest;
}

QWidget* KeySheet::groupWidget(const KeyGroup& group) const {
    auto* box = new QWidget;
    box->setAccessibleName(group.title);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(fontMetrics().height());
    grid->setVerticalSpacing(fontMetrics().height() / 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, m_keysWidth);
    grid->addWidget(plainLabel(group.title, true, box), 0, 0, 1, 2);
    int line = 1;
    for (const KeyRow& row : group.rows) {
        QLabel* keys = plainLabel(row.keys, true, box);
        keys->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        QLabel* text = plainLabel(row.text, false, box);
        text->setWordWrap(true);
        text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(keys, line, 0);
        grid->addWidget(text, line, 1);
        ++line;
    }
    return box;
}

bool KeySheet::closes(const QKeyEvent& event) const {
    return event.key() == Qt::Key_Escape || (m_opens && m_opens(event.keyCombination()));
}

bool KeySheet::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (closes(*key)) {
            key->accept(); // before a shortcut of the window, which would open the sheet again
            if (event->type() == QEvent::KeyPress) {
                Q_EMIT closed();
            }
            return true;
        }
    }
    return QWidget::event(event);
}

void KeySheet::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    rebuild();
}

void KeySheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        m_columns = 0;
        rebuild();
    }
    QWidget::changeEvent(event);
}

} // namespace goldpan::ui
