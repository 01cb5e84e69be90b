// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// In which order F6 goes through the panes. A function over the window's widgets; GUI thread.
#pragma once

namespace goldpan::ui {

struct Panes;

/// The focus goes to the pane after the one that has it, back from a page to the work.
void focusNextPane(const Panes& panes);

} // namespace goldpan::ui
