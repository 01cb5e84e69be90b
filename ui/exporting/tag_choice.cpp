// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/tag_choice.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QListWidget>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kTagCharacters = 80;

std::string tagOf(const QListWidgetItem& item) {
    return toUtf8(item.data(Qt::UserRole).toString());
}

void addTag(QListWidget& list, const QString& tag, bool ticked) {
    auto* item = new QListWidgetItem(visibleLine(toUtf8(tag), kTagCharacters), &list);
    item->setData(Qt::UserRole, tag);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

} // namespace

std::vector<std::string> tickedTags(const QListWidget& list) {
    std::vector<std::string> out;
    for (int i = 0; i < list.count(); ++i) {
        if (list.item(i)->checkState() == Qt::Checked) {
            out.push_back(tagOf(*list.item(i)));
        }
    }
    return out;
}

void tickTags(QListWidget& list, const std::vector<std::string>& tags) {
    std::vector<std::string> missing = tags;
    for (int i = 0; i < list.count(); ++i) {
        const bool ticked = std::erase(missing, tagOf(*list.item(i))) > 0;
        list.item(i)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
    for (const std::string& tag : missing) {
        addTag(list, toQString(tag), true);
    }
}

void setTagNames(QListWidget& list, const QStringList& names) {
    const std::vector<std::string> ticked = tickedTags(list);
    list.clear();
    for (const QString& name : names) {
        addTag(list, name, false);
    }
    tickTags(list, ticked);
}

} // namespace goldpan::ui
