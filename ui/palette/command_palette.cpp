// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/command_palette.h"

#include "ui/commands/command_registry.h"
#include "ui/palette/palette_delegate.h"
#include "ui/palette/palette_model.h"
#include "ui/window/settings.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>
#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kWidthCharacters = 84;
constexpr int kMostLines = 14;

} // namespace

CommandPalette::CommandPalette(CommandRegistry& registry, QWidget& parent)
    : QFrame(&parent)
    , m_registry(registry)
    , m_model(new PaletteModel(registry, this))
    , m_query(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("No command has such a name."), this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    setFrameShape(QFrame::Box);
    setAutoFillBackground(true);
    m_query->setObjectName(QStringLiteral("paletteQuery"));
    m_query->setAccessibleName(tr("Command"));
    m_query->setPlaceholderText(tr("Name of a command"));
    m_query->setAcceptDrops(false);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows come here from the line
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setMargin(fontMetrics().height() / 3);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height() / 3;
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_query);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    m_query->installEventFilter(this);
    parent.installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setQuery(text);
        choose(0);
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::runChosen);
    hide();
}

void CommandPalette::toggle() {
    if (isVisible()) {
        hide();
        Q_EMIT closed();
    } else {
        open();
    }
}

void CommandPalette::open() {
    m_before = window()->focusWidget();
    m_model->restart(settings::recentCommands());
    m_query->clear();
    choose(0);
    show();
    raise();
    m_query->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::runChosen() {
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid()) {
        return;
    }
    const QString id = chosen.data(PaletteModel::IdRole).toString();
    if (!m_registry.whyDisabled(id).isEmpty()) {
        m_registry.trigger(id); // which says why
        return;
    }
    settings::addRecentCommand(id);
    // Where it was pressed from, so that a command acts as its key would have.
    if (m_before != nullptr && m_before->isVisible() && m_before->isEnabled()) {
        m_before->setFocus(Qt::OtherFocusReason);
        hide();
    } else {
        hide();
        Q_EMIT closed();
    }
    m_registry.trigger(id);
}

bool CommandPalette::handleKey(int key) {
    const int last = m_model->rowCount() - 1;
    const int at = m_list->currentIndex().row();
    const int page = std::max(1, m_list->viewport()->height() / std::max(1, m_list->sizeHintForRow(0)) - 1);
    switch (key) {
    case Qt::Key_Escape:
        toggle();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runChosen();
        return true;
    case Qt::Key_Down:
        choose(at >= last ? 0 : at + 1);
        return true;
    case Qt::Key_Up:
        choose(at <= 0 ? last : at - 1);
        return true;
    case Qt::Key_PageDown:
        choose(std::min(at + page, last));
        return true;
    case Qt::Key_PageUp:
        choose(std::max(at - page, 0));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the line is all that there is
    default:
        return false;
    }
}

void CommandPalette::choose(int row) {
    const QModelIndex index = m_model->index(row, 0);
    m_list->setCurrentIndex(index);
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    place();
    // The focus stays in the line, so a screen reader hears the chosen command from there.
    m_query->setAccessibleDescription(index.isValid() ? index.data(Qt::AccessibleTextRole).toString()
                                                      : m_nothing->text());
    QAccessibleEvent changed(m_query, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void CommandPalette::place() {
    const QRect room = parentWidget()->rect();
    const int gap = fontMetrics().height();
    const int width = std::min(fontMetrics().averageCharWidth() * kWidthCharacters, room.width() - 2 * gap);
    const int rows = std::clamp(m_model->rowCount(), 1, kMostLines);
    const int chrome = m_query->sizeHint().height() + layout()->spacing() +
                       layout()->contentsMargins().top() * 2 + 4 * frameWidth();
    const int list = rows * std::max(m_list->sizeHintForRow(0), m_nothing->sizeHint().height());
    const int height = std::min(chrome + list, room.height() - 2 * gap);
    setGeometry((room.width() - width) / 2, gap, width, height);
    if (m_list->currentIndex().isValid()) {
        m_list->scrollTo(m_list->currentIndex());
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched != m_query) {
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        return handleKey(static_cast<QKeyEvent*>(event)->key());
    }
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            hide(); // someone else has the focus now
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && isVisible()) {
        place();
    }
}

} // namespace goldpan::ui
