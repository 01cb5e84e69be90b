// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How well typed letters fit the name of a command. A pure function; any thread.
#pragma once

#include <QString>
#include <optional>

namespace goldpan::ui {

/// Smaller fits better: 0 the name begins so, then a word of it, then somewhere inside, then the letters in
/// their order with others between. None where it does not fit. Case does not matter; an empty query fits
/// all.
[[nodiscard]] std::optional<int> commandMatch(const QString& query, const QString& name);

} // namespace goldpan::ui
