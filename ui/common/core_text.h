// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// core_text: sentences of the core, which knows no Qt, in the language of the window. Pure; GUI thread.
#pragma once

#include <QString>

#include <span>
#include <string>

namespace goldpan::ui {

/// The sentence translated where it is a known one, else as it is.
[[nodiscard]] QString coreText(const std::string& sentence);

/// The known ones, as the core says them; %1, %2 ... in this order stand for what differs.
[[nodiscard]] std::span<const char* const> coreSentences();

} // namespace goldpan::ui
