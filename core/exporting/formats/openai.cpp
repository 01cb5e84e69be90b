// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI's fine-tuning files. Arguments of tool calls are text there, as the model wrote them.
#include "core/exporting/formats/chat_turns.h"
#include "core/exporting/formats/row_shapes.h"
#include "core/exporting/formats/tool_call.h"
#include "core/exporting/formats/turn_rules.h"

#include <algorithm>
#include <cstddef>

namespace goldpan::exporting {
namespace {

/// At most 64 characters, no spaces and none of < | \ / >, as the service says of names.
bool hasGoodName(const Message& turn) {
    constexpr std::ptrdiff_t kLongest = 64;
    const auto beginsCharacter = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    return std::ranges::count_if(turn.name, beginsCharacter) <= kLongest &&
           turn.name.find_first_of(" \t\r\n<|\\/>") == std::string::npos;
}

Fit<void> checkConversation(const std::vector<Message>& turns) {
    auto done = allowRoles(turns, {"system", "developer", "user", "assistant", "tool"});
    if (done) {
        done = callsAnswered(turns);
    }
    const auto isSilent = [](const Message& turn) {
        return turn.text.empty() && turn.toolCalls.empty() && turn.role != "tool";
    };
    if (done && std::ranges::any_of(turns, isSilent)) {
        done = std::unexpected("a turn that says nothing");
    }
    if (done && !std::ranges::all_of(turns, hasGoodName)) {
        done = std::unexpected("a turn with a name that it does not take");
    }
    return done;
}

} // namespace

Fit<std::string> openaiLine(const TrainingRow& row) {
    std::string out = "{\"messages\": ";
    auto done = checkConversation(row.conversation);
    if (done) {
        done = appendDialogue(out, row, {.names = true, .masked = &row.masked});
    }
    if (done) {
        done = appendToolsKey(out, row.tools);
    }
    if (!done) {
        return std::unexpected(std::move(done.error()));
    }
    return out += '}';
}

Fit<std::string> openaiDpoLine(const TrainingRow& row) {
    std::string out = "{\"input\": {\"messages\": ";
    auto done = checkConversation(row.conversation);
    if (done) {
        done = appendTurns(out, row.conversation, {.names = true});
    }
    if (done) {
        done = appendToolsKey(out, row.tools.empty() ? "[]" : row.tools);
    }
    if (done) {
        out += ", \"parallel_tool_calls\": true}, \"preferred_output\": ";
        done = appendTurns(out, {&row.answer, 1}, {});
    }
    if (done) {
        out += ", \"non_preferred_output\": ";
        done = appendTurns(out, {&row.rejected, 1}, {});
    }
    if (!done) {
        return std::unexpected(std::move(done.error()));
    }
    return out += '}';
}

} // namespace goldpan::exporting
