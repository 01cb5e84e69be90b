// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pane_order.h"

#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/response_view.h"
#include "ui/detail/transcript_view.h"
#include "ui/queue/filter_bar.h"
#include "ui/queue/queue_view.h"
#include "ui/readiness/readiness_panel.h"
#include "ui/window/panes.h"

#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>
#include <iterator>
#include <vector>

namespace goldpan::ui {

void focusNextPane(const Panes& of) {
    of.pages->setCurrentIndex(0);
    std::vector<QWidget*> panes{of.queue, of.prompt, of.answer(), of.editor};
    const auto parts = of.readiness->stops(); // in the place of the three before
    panes.insert(panes.end(), parts.begin(), parts.end());
    panes.push_back(of.filter);
    // An offer in the notice bar is reached too, though it never comes by itself.
    const auto buttons = of.notices->findChildren<QPushButton*>();
    std::ranges::copy_if(buttons, std::back_inserter(panes), &QWidget::isVisible);
    const auto at = std::ranges::find(panes, of.pages->window()->focusWidget());
    for (std::size_t step = 1; step <= panes.size(); ++step) {
        const auto from = at == panes.end() ? panes.size() - 1 : static_cast<std::size_t>(at - panes.begin());
        QWidget* next = panes[(from + step) % panes.size()];
        if (next->isEnabled() && next->isVisible()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace goldpan::ui
