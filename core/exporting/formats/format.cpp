// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/format.h"

#include "core/exporting/formats/row_shapes.h"

#include <algorithm>

namespace goldpan::exporting {
namespace {

constexpr FormatTraits kTable[] = {
    {Format::sft, "sft", "chat messages (the default)", RowNeed::correction, true, sftLine, Masks::none},
    {Format::promptCompletion, "prompt-completion", "TRL, prompt and completion", RowNeed::correction, true,
     promptCompletionLine},
    {Format::dpo, "dpo", "TRL, correction before response", RowNeed::preference, true, dpoLine},
    {Format::kto, "kto", "TRL, answers with a label", RowNeed::judgement, true, ktoLine},
    {Format::openai, "openai", "OpenAI fine-tuning", RowNeed::correction, false, openaiLine, Masks::held},
    {Format::openaiDpo, "openai-dpo", "OpenAI preferences", RowNeed::preference, false, openaiDpoLine},
    {Format::sharegpt, "sharegpt", "LLaMA-Factory, turns", RowNeed::correction, false, sharegptLine,
     Masks::none},
    {Format::alpaca, "alpaca", "LLaMA-Factory, instructions", RowNeed::correction, false, alpacaLine,
     Masks::none},
    {Format::mistral, "mistral", "mistral-finetune", RowNeed::correction, false, mistralLine, Masks::held},
    {Format::log, "log", "the whole rows", RowNeed::nothing, false, nullptr},
};

static_assert(std::size(kTable) == kFormats.size());

} // namespace

const FormatTraits& traitsOf(Format format) {
    return *std::ranges::find(kTable, format, &FormatTraits::format);
}

std::string_view formatName(Format format) {
    return traitsOf(format).name;
}

std::optional<Format> formatFromName(std::string_view name) {
    const auto* const found = std::ranges::find(kTable, name, &FormatTraits::name);
    return found == std::end(kTable) ? std::nullopt : std::optional(found->format);
}

} // namespace goldpan::exporting
