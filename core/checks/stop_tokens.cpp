// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/stop_tokens.h"

#include <algorithm>
#include <array>

namespace goldpan::checks {
namespace {

/// From the published templates of GPT, ChatML and Qwen, Llama 2 to 4, Mistral, Gemma, Phi, DeepSeek, Command
/// and GPT-OSS.
constexpr auto kMarks = std::to_array<std::string_view>({
    "</s>",
    "<|endoftext|>",
    "<|im_start|>",
    "<|im_end|>",
    "<|im_sep|>",
    "<|endofprompt|>",
    "<|begin_of_text|>",
    "<|end_of_text|>",
    "<|start_header_id|>",
    "<|end_header_id|>",
    "<|eot_id|>",
    "<|eom_id|>",
    "<|eot|>",
    "<|header_start|>",
    "<|header_end|>",
    "<|python_tag|>",
    "<start_of_turn>",
    "<end_of_turn>",
    "<bos>",
    "<eos>",
    "<|end|>",
    "<|user|>",
    "<|assistant|>",
    "<|system|>",
    "<|start|>",
    "<|message|>",
    "<|channel|>",
    "<|return|>",
    "<|call|>",
    "[INST]",
    "[/INST]",
    "<<SYS>>",
    "<</SYS>>",
    "[TOOL_CALLS]",
    "[AVAILABLE_TOOLS]",
    "[/AVAILABLE_TOOLS]",
    "<｜begin▁of▁sentence｜>",
    "<｜end▁of▁sentence｜>",
    "<｜User｜>",
    "<｜Assistant｜>",
    "<|START_OF_TURN_TOKEN|>",
    "<|END_OF_TURN_TOKEN|>",
    "<BOS_TOKEN>",
    "<EOS_TOKEN>",
});

/// Where a mark may begin, from `at` on; a look at each byte is a tenth of what find_first_of takes.
std::size_t nextOpening(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != '<' && text[at] != '[') {
        ++at;
    }
    return at;
}

} // namespace

std::optional<std::string_view> stopTokenIn(std::string_view text) {
    std::size_t struckOut = 0; // <s> that were not closed yet
    for (std::size_t at = nextOpening(text, 0); at < text.size(); at = nextOpening(text, at + 1)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<s>")) {
            ++struckOut;
        } else if (struckOut != 0 && rest.starts_with("</s>")) {
            --struckOut;
        } else if (const auto mark = std::ranges::find_if(
                       kMarks, [rest](std::string_view token) { return rest.starts_with(token); });
                   mark != kMarks.end()) {
            return *mark;
        }
    }
    return std::nullopt;
}

} // namespace goldpan::checks
