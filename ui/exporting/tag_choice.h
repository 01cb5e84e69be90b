// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of tags to tick: what is ticked stays so, whatever names come. Functions over a list; GUI thread.
#pragma once

#include <QStringList>

#include <string>
#include <vector>

class QListWidget;

namespace goldpan::ui {

[[nodiscard]] std::vector<std::string> tickedTags(const QListWidget& list);
/// Ticks these and no others; those that are not in the list yet are added.
void tickTags(QListWidget& list, const std::vector<std::string>& tags);
/// Another list of names; a ticked one that is not among them stays.
void setTagNames(QListWidget& list, const QStringList& names);

} // namespace goldpan::ui
