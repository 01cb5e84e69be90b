// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/tag_strip.h"

#include "ui/common/elided_label.h"
#include "ui/common/flow_layout.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_delegate.h"
#include "ui/common/visible_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QToolButton>

namespace goldpan::ui {
namespace {

constexpr std::size_t kTagCharacters = 60;
constexpr int kEditCharacters = 24;

/// A rounded ground in the tag's colour; painted, so that it follows the palette.
class Chip : public QWidget {
public:
    Chip(QString tag, QWidget* parent)
        : QWidget(parent)
        , m_tag(std::move(tag)) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tagBackground(m_tag, palette()));
        const double radius = height() / 4.0;
        painter.drawRoundedRect(rect(), radius, radius);
    }

private:
    QString m_tag;
};

} // namespace

TagStrip::TagStrip(QWidget* parent)
    : QWidget(parent)
    , m_known(new QStringListModel(this))
    , m_layout(new FlowLayout(this))
    , m_add(new QToolButton(this))
    , m_edit(new QLineEdit(this)) {
    setObjectName(QStringLiteral("tagStrip"));
    setAccessibleName(tr("Tags"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().averageCharWidth());

    m_add->setObjectName(QStringLiteral("tagAdd"));
    m_add->setText(tr("+ tag"));
    m_add->setAccessibleName(tr("Add a tag"));
    m_add->setFocusPolicy(Qt::TabFocus);
    connect(m_add, &QToolButton::clicked, this, &TagStrip::startEditing);

    m_edit->setObjectName(QStringLiteral("tagEdit"));
    m_edit->setAccessibleName(tr("New tag"));
    m_edit->setPlaceholderText(tr("tag, then Enter"));
    m_edit->setFixedWidth(fontMetrics().averageCharWidth() * kEditCharacters);
    m_edit->hide();
    auto* completer = new QCompleter(m_known, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setItemDelegate(new VisibleDelegate(completer->popup()));
    m_edit->setCompleter(completer);
    m_edit->installEventFilter(this);
    completer->popup()->installEventFilter(this);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (!isEntryChosen()) { // an entry chosen with the arrows comes as activated()
            commit(m_edit->text());
        }
    });
    // The completer fills the line after it has told of the choice, so the line is emptied in the next turn.
    connect(
        completer, qOverload<const QString&>(&QCompleter::activated), this,
        [this](const QString& text) { commit(text); }, Qt::QueuedConnection);
    rebuild();
}

QSize TagStrip::sizeHint() const {
    return {m_layout->minimumSize().width(), m_layout->heightForWidth(QWIDGETSIZE_MAX)};
}

void TagStrip::setTags(const QStringList& tags) {
    if (tags != m_tags) {
        m_tags = tags;
        rebuild();
    }
}

void TagStrip::setKnownTags(const QStringList& tags) {
    m_known->setStringList(tags);
}

bool TagStrip::isEditing() const {
    return !m_edit->isHidden();
}

bool TagStrip::isEntryChosen() const {
    const QAbstractItemView* popup = m_edit->completer()->popup();
    return popup->isVisible() && popup->currentIndex().isValid();
}

void TagStrip::startEditing() {
    m_add->hide();
    m_edit->show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void TagStrip::stopEditing() {
    m_edit->clear();
    m_edit->hide();
    m_add->show();
    Q_EMIT editingClosed();
}

void TagStrip::commit(const QString& text) {
    m_edit->completer()->popup()->hide();
    m_edit->clear();
    if (const QString tag = text.trimmed(); !tag.isEmpty()) {
        Q_EMIT addRequested(tag);
    }
}

bool TagStrip::eventFilter(QObject* watched, QEvent* event) {
    const bool press = event->type() == QEvent::KeyPress;
    if (watched == m_edit->completer()->popup() && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // an Esc of the window would fire before the popup's own
        return true;
    }
    if (watched != m_edit || (!press && event->type() != QEvent::ShortcutOverride)) {
        return QWidget::eventFilter(watched, event);
    }
    auto* key = static_cast<QKeyEvent*>(event);
    // With the popup open, Esc goes to the completer, which closes only the popup.
    const bool popup = m_edit->completer()->popup()->isVisible();
    if (key->key() == Qt::Key_Escape && !popup) {
        key->accept(); // ShortcutOverride: before a shortcut of the window
        if (press) {
            stopEditing();
        }
        return true;
    }
    if (press && key->key() == Qt::Key_Backspace && m_edit->text().isEmpty()) {
        if (!m_tags.isEmpty() && !key->isAutoRepeat()) { // holding the key clears the line, not the row
            Q_EMIT removeRequested(m_tags.last());
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QWidget* TagStrip::makeChip(const QString& tag) {
    auto* chip = new Chip(tag, this);
    auto* row = new QHBoxLayout(chip);
    const int pad = fontMetrics().averageCharWidth() / 2;
    row->setContentsMargins(pad * 2, 0, 0, 0);
    row->setSpacing(0);
    auto* name = new ElidedLabel(chip);
    name->setObjectName(QStringLiteral("tagName"));
    name->setLine(visibleLine(toUtf8(tag), kTagCharacters));
    auto* remove = new QToolButton(chip);
    remove->setObjectName(QStringLiteral("tagRemove"));
    remove->setText(QStringLiteral("×"));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::TabFocus);
    remove->setAccessibleName(tr("Remove tag %1").arg(name->text()));
    remove->setToolTip(plainToolTip(remove->accessibleName()));
    connect(remove, &QToolButton::clicked, this, [this, tag] { Q_EMIT removeRequested(tag); });
    row->addWidget(name);
    row->addWidget(remove);
    return chip;
}

void TagStrip::rebuild() {
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget(); widget != m_add && widget != m_edit) {
            widget->hide();
            widget->deleteLater(); // it may hold the button whose click brought us here
        }
        delete item;
    }
    QWidget* before = m_add->previousInFocusChain();
    while (before != m_add && before->focusPolicy() == Qt::NoFocus) {
        before = before->previousInFocusChain();
    }
    for (const QString& tag : m_tags) {
        QWidget* chip = makeChip(tag);
        m_layout->addWidget(chip);
        chip->show();
        // New widgets come last in the way of Tab, wherever they stand.
        auto* remove = chip->findChild<QToolButton*>();
        setTabOrder(before, remove);
        before = remove;
    }
    m_layout->addWidget(m_edit);
    m_layout->addWidget(m_add);
    updateGeometry();
}

void TagStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_edit->setFixedWidth(fontMetrics().averageCharWidth() * kEditCharacters);
    }
}

} // namespace goldpan::ui
