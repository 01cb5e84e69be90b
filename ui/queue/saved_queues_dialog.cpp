// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/saved_queues_dialog.h"

#include "ui/common/elided_label.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_delegate.h"
#include "ui/queue/preset_bar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

enum Column {
    NameColumn,
    FilterColumn,
    OrderColumn,
    KeyColumn,
};

constexpr int kMutedRole = Qt::UserRole;

/// Only the name can be changed here.
class NameDelegate : public VisibleDelegate {
public:
    using VisibleDelegate::VisibleDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        if (index.column() != NameColumn) {
            return nullptr;
        }
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setObjectName(QStringLiteral("savedQueueRename"));
        editor->setAccessibleName(SavedQueuesDialog::tr("New name"));
        return editor;
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        VisibleDelegate::initStyleOption(option, index);
        if (index.data(kMutedRole).toBool()) {
            option->palette.setColor(QPalette::Text, toneColor(Tone::muted, option->palette));
        }
    }
};

QString orderName(queue::Order order) {
    QString text;
    switch (order.key) {
    case queue::OrderKey::log:
        text = SavedQueuesDialog::tr("log order");
        break;
    case queue::OrderKey::ts:
        text = SavedQueuesDialog::tr("time");
        break;
    case queue::OrderKey::logprob:
        text = SavedQueuesDialog::tr("logprob");
        break;
    case queue::OrderKey::latency:
        text = SavedQueuesDialog::tr("latency");
        break;
    }
    return order.descending ? SavedQueuesDialog::tr("%1, from the end").arg(text) : text;
}

} // namespace

SavedQueuesDialog::SavedQueuesDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("savedQueuesDialog"));
    setWindowTitle(tr("Saved queues"));
    setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);

    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("savedQueueName"));
    m_name->setAccessibleName(tr("Name for the queue that is shown"));
    m_name->setPlaceholderText(tr("name, then Enter"));
    m_save = new QPushButton(tr("&Save"));
    m_save->setObjectName(QStringLiteral("savedQueueSave"));
    m_save->setAccessibleName(tr("Save the queue that is shown"));
    m_save->setAutoDefault(false);
    auto* label = new QLabel(tr("&Name for the queue that is shown"));
    label->setBuddy(m_name);
    m_shown = new ElidedLabel;
    m_shown->setObjectName(QStringLiteral("savedQueueShown"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_name, 1);
    line->addWidget(m_save);
    column->addWidget(label);
    column->addLayout(line);
    column->addWidget(m_shown);
    connect(m_name, &QLineEdit::returnPressed, this, &SavedQueuesDialog::requestSave);
    connect(m_name, &QLineEdit::textChanged, this, &SavedQueuesDialog::refresh);
    connect(m_save, &QPushButton::clicked, this, &SavedQueuesDialog::requestSave);

    buildList();
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_list, 1);
    buildButtons();
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("savedQueueMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    column->addWidget(m_message);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 24);
    refresh();
}

void SavedQueuesDialog::buildList() {
    m_list = new QTreeWidget;
    m_list->setObjectName(QStringLiteral("savedQueueList"));
    m_list->setAccessibleName(tr("Saved queues"));
    m_list->setHeaderLabels({tr("Name"), tr("Filter"), tr("Order"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new NameDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(FilterColumn, QHeaderView::Stretch);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &SavedQueuesDialog::refresh);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { Q_EMIT showRequested(currentIndex()); });
    connect(m_list, &QTreeWidget::itemChanged, this, &SavedQueuesDialog::takeEdited);
}

void SavedQueuesDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    const auto add = [this, row](const char* name, const QString& text, auto clicked) {
        auto* button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, clicked);
        row->addWidget(button);
        return button;
    };
    m_show = add("savedQueueOpen", tr("Sho&w"), [this] { Q_EMIT showRequested(currentIndex()); });
    m_rename =
        add("savedQueueEdit", tr("&Rename"), [this] { m_list->editItem(m_list->currentItem(), NameColumn); });
    m_up = add("savedQueueUp", tr("Move &up"), [this] { step(-1); });
    m_down = add("savedQueueDown", tr("Move &down"), [this] { step(1); });
    m_delete = add("savedQueueDelete", tr("De&lete"), [this] { Q_EMIT removeRequested(currentName()); });
    row->addStretch(1);
    add("savedQueueClose", tr("&Close"), [this] { reject(); });
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void SavedQueuesDialog::setShownQueue(const QString& filter, queue::Order order) {
    m_shown->setLine(
        tr("Filter: %1 · by %2").arg(filter.isEmpty() ? tr("all rows") : filter, orderName(order)));
}

void SavedQueuesDialog::setKeys(const QStringList& keys) {
    m_keys = keys;
    m_filling = true;
    for (int at = 0; at < m_list->topLevelItemCount(); ++at) {
        m_list->topLevelItem(at)->setText(KeyColumn, m_keys.value(at));
    }
    m_filling = false;
}

void SavedQueuesDialog::setQueues(const std::vector<store::SavedQueue>& queues) {
    if (queues == m_queues) {
        return;
    }
    const QString current = m_goTo.isEmpty() ? currentName() : std::exchange(m_goTo, QString());
    const int before = currentIndex();
    m_queues = queues;
    m_filling = true;
    m_list->clear();
    for (std::size_t at = 0; at < queues.size(); ++at) {
        const store::SavedQueue& queue = queues[at];
        auto* item = new QTreeWidgetItem({toQString(queue.name), toQString(queue.filter),
                                          orderName(queue.order), m_keys.value(static_cast<qsizetype>(at))});
        if (queue.filter.empty()) {
            item->setText(FilterColumn, tr("all rows"));
            item->setData(FilterColumn, kMutedRole, true); // no words of a filter
        }
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        m_list->addTopLevelItem(item);
        if (item->text(NameColumn) == current) {
            m_list->setCurrentItem(item);
        }
    }
    m_filling = false;
    if (m_list->currentItem() == nullptr && !queues.empty()) {
        m_list->setCurrentItem(
            m_list->topLevelItem(std::clamp(before, 0, static_cast<int>(queues.size()) - 1)));
    }
    refresh();
}

void SavedQueuesDialog::openForName() {
    setMessage({});
    open();
    m_name->selectAll();
    m_name->setFocus();
}

void SavedQueuesDialog::openForList() {
    setMessage({});
    open();
    m_list->setFocus();
}

void SavedQueuesDialog::setMessage(const QString& text) {
    m_message->setText(text);
}

void SavedQueuesDialog::requestSave() {
    const QString name = m_name->text().trimmed();
    if (!name.isEmpty()) {
        m_goTo = name;
        Q_EMIT saveRequested(name);
    }
}

void SavedQueuesDialog::takeEdited(QTreeWidgetItem* item) {
    const int at = m_list->indexOfTopLevelItem(item);
    if (m_filling || at < 0) {
        return;
    }
    const QString before = toQString(m_queues[static_cast<std::size_t>(at)].name);
    const QString name = item->text(NameColumn).trimmed();
    m_filling = true;
    item->setText(NameColumn, before); // until the store has the new one
    m_filling = false;
    if (!name.isEmpty() && name != before) {
        m_goTo = name;
        Q_EMIT renameRequested(before, name);
    }
}

void SavedQueuesDialog::step(int by) {
    Q_EMIT moveRequested(currentName(), currentIndex() + by);
}

void SavedQueuesDialog::refresh() {
    const int at = currentIndex();
    m_save->setEnabled(!m_name->text().trimmed().isEmpty());
    for (QPushButton* button : {m_show, m_rename, m_delete}) {
        button->setEnabled(at >= 0);
    }
    m_up->setEnabled(at > 0);
    m_down->setEnabled(at >= 0 && at + 1 < static_cast<int>(m_queues.size()));
}

int SavedQueuesDialog::currentIndex() const {
    return m_list->currentItem() == nullptr ? -1 : m_list->indexOfTopLevelItem(m_list->currentItem());
}

QString SavedQueuesDialog::currentName() const {
    const int at = currentIndex();
    return at < 0 ? QString() : toQString(m_queues[static_cast<std::size_t>(at)].name);
}

} // namespace goldpan::ui
