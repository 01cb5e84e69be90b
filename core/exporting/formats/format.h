// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Format: every shape that a batch can have, in one table. To add one: a name here, a file with its row
// beside this one, a line in the table, and its words for people (ui/exporting/format_text). Values; safe on
// any thread.
#pragma once

#include "core/exporting/formats/training_row.h"

#include <array>
#include <optional>
#include <string_view>

namespace goldpan::exporting {

enum class Format {
    sft, ///< chat `messages` rows: the conversation and the gold correction (the lesson's meaning)
    promptCompletion, ///< TRL: the loss is on the correction only
    dpo,              ///< TRL: chosen is the correction, rejected the logged response
    kto,              ///< TRL: single answers with a label, from every decision
    openai,           ///< OpenAI supervised fine-tuning
    openaiDpo,        ///< OpenAI preference fine-tuning
    sharegpt,         ///< LLaMA-Factory, turns
    alpaca,           ///< LLaMA-Factory, instruction and output
    mistral,          ///< mistral-finetune
    log,              ///< the lesson's log rows plus optional keys, lossless
};

inline constexpr std::array kFormats{
    Format::sft,       Format::promptCompletion, Format::dpo,    Format::kto,     Format::openai,
    Format::openaiDpo, Format::sharegpt,         Format::alpaca, Format::mistral, Format::log};

/// What a row needs to be taken.
enum class RowNeed {
    correction, ///< a chosen tag and a correction
    preference, ///< these, and a response that is another answer
    judgement,  ///< a decision, or the user's thumb down
    nothing,
};

/// What becomes of a turn of the assistant that nothing is to be learned from.
enum class Masks {
    needless, ///< only the answer is learned
    held,     ///< `weight` 0 is written
    none,     ///< every turn of the assistant is learned: a row with such a turn is left out
};

struct FormatTraits {
    Format format = Format::sft;
    std::string_view name;    ///< of `--format`, in specs and manifests
    std::string_view purpose; ///< a line of the command's help
    RowNeed need = RowNeed::nothing;
    bool toolRowsByFlag = false; ///< tool turns and tools only with `toolRows`: readers infer one schema
    Fit<std::string> (*line)(const TrainingRow& row) = nullptr; ///< none: the rows themselves
    Masks masks = Masks::needless;
};

[[nodiscard]] const FormatTraits& traitsOf(Format format);
[[nodiscard]] std::string_view formatName(Format format);
[[nodiscard]] std::optional<Format> formatFromName(std::string_view name);

} // namespace goldpan::exporting
