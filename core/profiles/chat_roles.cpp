// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/chat_roles.h"

#include <algorithm>
#include <array>

namespace goldpan::profiles {
namespace {

struct RoleName {
    std::string_view theirs;
    std::string_view ours;
};

constexpr std::array<RoleName, 19> kRoles{{
    {"human", "user"},
    {"prompter", "user"},
    {"HumanMessage", "user"},
    {"HumanMessageChunk", "user"},
    {"gpt", "assistant"},
    {"ai", "assistant"},
    {"bot", "assistant"},
    {"model", "assistant"},
    {"chatgpt", "assistant"},
    {"AIMessage", "assistant"},
    {"AIMessageChunk", "assistant"},
    {"function_call", "assistant"},
    {"SystemMessage", "system"},
    {"ToolMessage", "tool"},
    {"FunctionMessage", "tool"},
    {"observation", "tool"},
    {"function_response", "tool"},
    {"tool_response", "tool"},
    {"function", "tool"},
}};

} // namespace

std::string ourRole(std::string_view role) {
    const auto* found = std::ranges::find(kRoles, role, &RoleName::theirs);
    if (found != kRoles.end()) {
        return std::string(found->ours);
    }
    auto word = lowered(role);
    return word != role && isTranscriptRole(word) ? ourRole(word) : std::string(role);
}

std::string lowered(std::string_view word) {
    std::string lower(word);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

bool isTranscriptRole(std::string_view word) {
    static constexpr std::array<std::string_view, 9> kWords{
        "system", "developer", "user", "assistant", "human", "ai", "tool", "model", "function"};
    return std::ranges::find(kWords, lowered(word)) != kWords.end();
}

} // namespace goldpan::profiles
