// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson's row. Its bytes never change: tool calls stay as they were logged.
#include "core/exporting/formats/chat_turns.h"
#include "core/exporting/formats/row_shapes.h"

namespace goldpan::exporting {

Fit<std::string> sftLine(const TrainingRow& row) {
    std::string out = "{\"messages\": ";
    auto done = appendDialogue(out, row, {.names = true, .asLogged = true});
    if (done) {
        done = appendToolsKey(out, row.tools);
    }
    if (!done) {
        return std::unexpected(std::move(done.error()));
    }
    return out += '}';
}

} // namespace goldpan::exporting
