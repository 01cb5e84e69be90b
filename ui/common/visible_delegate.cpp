// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/visible_delegate.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::size_t kCharacters = 200; ///< more than a list is wide

} // namespace

QString VisibleDelegate::displayText(const QVariant& value, const QLocale&) const {
    return visibleLine(toUtf8(value.toString()), kCharacters);
}

QSize VisibleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int height = option.fontMetrics.height();
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {text.width() + height / 2, std::max(text.height(), height * 4 / 3)};
}

} // namespace goldpan::ui
