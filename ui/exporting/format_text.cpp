// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/format_text.h"

#include <QCoreApplication>

namespace goldpan::ui {

QString formatText(exporting::Format format) {
    switch (format) {
    case exporting::Format::sft:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "SFT: conversation and correction as chat messages");
    case exporting::Format::promptCompletion:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "Prompt and completion (TRL): learns from the correction only");
    case exporting::Format::dpo:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "DPO (TRL): the correction before the response");
    case exporting::Format::kto:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "KTO (TRL): good and bad answers with a label");
    case exporting::Format::openai:
        return QCoreApplication::translate("goldpan::ui::ExportFormat", "OpenAI fine-tuning: chat messages");
    case exporting::Format::openaiDpo:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "OpenAI preferences: the correction before the response");
    case exporting::Format::sharegpt:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "ShareGPT (LLaMA-Factory): turns with tool calls");
    case exporting::Format::alpaca:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "Alpaca (LLaMA-Factory): instruction, history and output");
    case exporting::Format::mistral:
        return QCoreApplication::translate("goldpan::ui::ExportFormat",
                                           "Mistral: chat messages for mistral-finetune");
    case exporting::Format::log:
        return QCoreApplication::translate("goldpan::ui::ExportFormat", "Log: the rows themselves, lossless");
    }
    return {};
}

} // namespace goldpan::ui
