// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a batch in each shape, in Python's json.dumps(ensure_ascii=False) style, without line feed.
// Only the table of formats calls these. Pure functions; safe on any thread.
#pragma once

#include "core/exporting/formats/training_row.h"

namespace goldpan::exporting {

[[nodiscard]] Fit<std::string> sftLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> promptCompletionLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> dpoLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> ktoLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> openaiLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> openaiDpoLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> sharegptLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> alpacaLine(const TrainingRow& row);
[[nodiscard]] Fit<std::string> mistralLine(const TrainingRow& row);

} // namespace goldpan::exporting
