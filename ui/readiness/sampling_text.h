// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// sampling_text: how honest the sample of a store is, in sentences. Pure; GUI thread.
#pragma once

#include "core/store/sampling_stats.h"

#include <QStringList>

namespace goldpan::ui {

/// What was to be kept, what was, and what became of the rest; never empty.
[[nodiscard]] QStringList samplingLines(const store::SamplingStats& sampling);

} // namespace goldpan::ui
