// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/turn.h"

#include "core/profiles/chat_roles.h"

#include <algorithm>
#include <utility>

namespace goldpan::profiles {

bool Turn::isPlainText() const {
    return content.onlyText && content.calls.items.empty() && content.reasoning.empty() &&
           content.refusal.empty();
}

bool Turn::isEncodedTwice() const {
    return std::ranges::any_of(content.calls.items, [](const JsonTree& call) {
        const auto* function = call.find("function");
        const auto* arguments = function == nullptr ? nullptr : function->find("arguments");
        return arguments != nullptr && arguments->text.starts_with('"');
    });
}

JsonTree Turn::message() const {
    JsonTree out = JsonTree::object();
    out.set("role", JsonTree::string(role));
    const std::string text = content.joinedText();
    if (!content.onlyText) {
        out.set("content", content.parts);
    } else if (!content.isGiven || (text.empty() && !content.calls.items.empty())) {
        out.set("content", JsonTree{});
    } else {
        out.set("content", JsonTree::string(text));
    }
    if (!name.empty()) {
        out.set("name", JsonTree::string(name));
    }
    if (!content.calls.items.empty()) {
        out.set("tool_calls", content.calls);
    }
    if (!toolCallId.empty()) {
        out.set("tool_call_id", JsonTree::string(toolCallId));
    }
    if (!content.reasoning.empty()) {
        out.set("reasoning", JsonTree::string(content.reasoning));
    }
    if (!content.refusal.empty()) {
        out.set("refusal", JsonTree::string(content.refusal));
    }
    return out;
}

void mergeAnswers(std::vector<Turn>& turns) {
    std::vector<Turn> out;
    for (auto& turn : turns) {
        if (!out.empty() && out.back().isAssistant() && turn.isAssistant()) {
            out.back().content.append(std::move(turn.content));
        } else {
            out.push_back(std::move(turn));
        }
    }
    turns = std::move(out);
}

std::vector<Turn> readTranscript(std::string_view rest) {
    std::vector<Turn> out;
    std::string text;
    const auto flush = [&] {
        if (!out.empty()) {
            out.back().content.addText(std::exchange(text, {}));
        }
    };
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && isTranscriptRole(line.substr(0, colon))) {
            flush();
            out.push_back(Turn{.role = ourRole(lowered(line.substr(0, colon)))});
            line.remove_prefix(colon + 1);
            line.remove_prefix(line.starts_with(' ') ? 1 : 0);
            text = line;
        } else if (out.empty()) {
            out.push_back(Turn{.role = "user"});
            text = line;
        } else {
            text += '\n';
            text += line;
        }
    }
    flush();
    return out;
}

} // namespace goldpan::profiles
