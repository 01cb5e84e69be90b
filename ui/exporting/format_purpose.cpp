// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/format_purpose.h"

#include <QCoreApplication>

#include <span>
#include <string_view>

namespace goldpan::ui {
namespace {

struct Purpose {
    const char* format;
    const char* text;
};

class Purposes {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::ExportPurpose)

public:
    static std::span<const Purpose> all();
};

std::span<const Purpose> Purposes::all() {
#define TEXT(text) text // marks it for the translators: tools/translate tells lupdate so
    static constexpr Purpose kPurposes[]{
        {"sft",
         TEXT("For supervised fine-tuning with TRL, Axolotl, Unsloth or torchtune. Needs a correction.")},
        {"prompt-completion",
         TEXT("For supervised fine-tuning with TRL, where only the answer is learned. Needs a correction.")},
        {"dpo",
         TEXT("For preference training with TRL: DPO, ORPO, CPO. Needs a correction that differs from the "
              "response.")},
        {"kto", TEXT("For KTO or BCO with TRL: single answers, good or bad. Needs a decision, or a user who "
                     "said that "
                     "the answer was bad.")},
        {"openai",
         TEXT("For fine-tuning at OpenAI, Azure or Together, tool calls and all. Needs a correction.")},
        {"openai-dpo",
         TEXT("For preference fine-tuning at OpenAI or Together. Needs a correction that differs from the "
              "response.")},
        {"sharegpt", TEXT("For LLaMA-Factory, with its dataset_info.json in a folder. Needs a correction, "
                          "and turns in order.")},
        {"alpaca", TEXT("For LLaMA-Factory, with its dataset_info.json in a folder. Needs a correction; "
                        "holds no tools.")},
        {"mistral", TEXT("For mistral-finetune. Needs a correction, and one system message at most.")},
        {"log",
         TEXT("To take rows into another store, or to keep them. Needs nothing, and holds no corrections.")},
    };
#undef TEXT
    return kPurposes;
}

} // namespace

QString formatPurpose(exporting::Format format) {
    for (const Purpose& purpose : Purposes::all()) {
        if (exporting::formatName(format) == purpose.format) {
            return Purposes::tr(purpose.text);
        }
    }
    return {};
}

} // namespace goldpan::ui
