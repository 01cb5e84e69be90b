// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/filter_mistake.h"

#include "ui/common/core_text.h"
#include "ui/common/text_bridge.h"

#include <QCoreApplication>

#include <algorithm>

namespace goldpan::ui {

FilterBar::Mark placeOf(const QString& text, const queue::FilterError& error) {
    const std::string bytes = toUtf8(text);
    const auto units = [&bytes](std::size_t offset) {
        return static_cast<int>(toQString(std::string_view(bytes).substr(0, offset)).size());
    };
    const int begin = units(error.position);
    return {begin, std::max(1, units(error.position + error.length) - begin)};
}

QString mistakeText(const QString& text, const queue::FilterError& error) {
    return QCoreApplication::translate("goldpan::ui::FilterMistake", "Filter, column %1: %2")
        .arg(placeOf(text, error).first + 1)
        .arg(coreText(error.reason));
}

} // namespace goldpan::ui
