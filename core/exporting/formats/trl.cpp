// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TRL's conversational rows with an explicit prompt. Arguments of tool calls are objects there.
#include "core/exporting/formats/chat_turns.h"
#include "core/exporting/formats/row_shapes.h"

namespace goldpan::exporting {
namespace {

constexpr ChatStyle kStyle{.objectArguments = true};

/// {"prompt": [...], and what `rest` appends to it, then the tools.
template <typename Rest>
Fit<std::string> promptRow(const TrainingRow& row, const Rest& rest) {
    std::string out = "{\"prompt\": ";
    auto done = appendTurns(out, row.conversation, kStyle);
    if (done) {
        done = rest(out);
    }
    if (done) {
        done = appendToolsKey(out, row.tools);
    }
    if (!done) {
        return std::unexpected(std::move(done.error()));
    }
    return out += '}';
}

Fit<void> appendAnswer(std::string& out, std::string_view key, const Message& answer) {
    out.append(", \"").append(key).append("\": ");
    return appendTurns(out, {&answer, 1}, kStyle);
}

} // namespace

Fit<std::string> promptCompletionLine(const TrainingRow& row) {
    return promptRow(row, [&row](std::string& out) { return appendAnswer(out, "completion", row.answer); });
}

Fit<std::string> dpoLine(const TrainingRow& row) {
    return promptRow(row, [&row](std::string& out) {
        auto done = appendAnswer(out, "chosen", row.answer);
        return done ? appendAnswer(out, "rejected", row.rejected) : done;
    });
}

Fit<std::string> ktoLine(const TrainingRow& row) {
    return promptRow(row, [&row](std::string& out) {
        auto done = appendAnswer(out, "completion", row.answer);
        out += row.label ? ", \"label\": true" : ", \"label\": false";
        return done;
    });
}

} // namespace goldpan::exporting
