// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/trainer_snippets.h"

#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kLoad =
    "from datasets import load_dataset\n\n"
    "data = load_dataset(\"json\", data_files=\"data/train.jsonl\", split=\"train\")\n";

std::string block(std::string_view title, std::string_view language, std::string_view text) {
    std::string out("\n### ");
    out.append(title).append("\n\n```").append(language).append("\n").append(text).append("```\n");
    return out;
}

std::string trl(std::string_view trainer) {
    std::string text(kLoad);
    text.append("# model and tokenizer: yours\n");
    text.append("trainer = trl.")
        .append(trainer)
        .append("(model=model, processing_class=tokenizer, train_dataset=data)\n");
    return "import trl\n" + text;
}

/// Of a column of turns, whose keys have these names.
std::string axolotl(std::string_view column, std::string_view role, std::string_view content,
                    std::string_view rest) {
    std::string out = "datasets:\n- path: data/train.jsonl\n  ds_type: json\n  type: chat_template\n"
                      "  field_messages: ";
    out.append(column).append("\n").append(rest);
    out.append("  message_property_mappings:\n    role: ").append(role);
    out.append("\n    content: ").append(content);
    return out.append("\n  roles_to_train: [assistant]\n  train_on_eos: turn\n");
}

std::string torchtune(std::string_view column, std::string_view style) {
    std::string out = "dataset:\n  _component_: torchtune.datasets.chat_dataset\n  source: json\n"
                      "  data_files: data/train.jsonl\n  split: train\n  conversation_column: ";
    return out.append(column).append("\n  conversation_style: ").append(style).append("\n");
}

/// Every format with a column of messages is read by the same three.
std::string messageTrainers() {
    return block("Axolotl", "yaml", axolotl("messages", "role", "content", "")) +
           block("Unsloth", "python",
                 std::string(kLoad) + "# model and tokenizer: from unsloth.FastLanguageModel\n"
                                      "data = data.map(lambda row: {\"text\": tokenizer.apply_chat_template("
                                      "row[\"messages\"], tokenize=False)})\n") +
           block("torchtune", "yaml", torchtune("messages", "openai"));
}

std::string preferenceTrainers(std::string_view trainer) {
    return block("TRL", "python", trl(trainer)) +
           block("Unsloth", "python",
                 "from unsloth import FastLanguageModel, PatchDPOTrainer\n\nPatchDPOTrainer()\n" +
                     trl(trainer)) +
           "\nAxolotl and torchtune have no reader for this shape; the format `sft` is theirs.\n";
}

std::string mistral() {
    return block("mistral-finetune", "yaml", "data:\n  instruct_data: data/train.jsonl\n") +
           "\nIt wants ten rows at least. Of a row with tools it trains the last answer only.\n";
}

std::string llamaFactory() {
    return block("LLaMA-Factory", "yaml",
                 "# dataset_info.json stands beside this file\ndataset_dir: .\n"
                 "dataset: goldpan\n");
}

std::string shapeSnippets(Format format) {
    switch (format) {
    case Format::sft:
        return block("TRL", "python", trl("SFTTrainer")) + messageTrainers();
    case Format::promptCompletion:
        return block("TRL", "python", trl("SFTTrainer")) +
               block("Unsloth", "python",
                     std::string("from unsloth import FastLanguageModel\n") + trl("SFTTrainer")) +
               "\nAxolotl and torchtune have no reader for this shape; the format `sft` is theirs.\n";
    case Format::dpo:
        return preferenceTrainers("DPOTrainer");
    case Format::kto:
        return preferenceTrainers("KTOTrainer");
    case Format::openai:
        return block("OpenAI", "sh", "openai api files.create -f data/train.jsonl -p fine-tune\n") +
               messageTrainers();
    case Format::openaiDpo:
        return block("OpenAI", "sh", "openai api files.create -f data/train.jsonl -p fine-tune\n") +
               "\nThe method of the job is `dpo`. Axolotl, Unsloth and torchtune read the format `sft`.\n";
    case Format::sharegpt:
        return llamaFactory() +
               block("Axolotl", "yaml",
                     axolotl("conversations", "from", "value",
                             "  field_system: system\n  roles:\n    user: [human]\n    assistant: [gpt]\n")) +
               block("Unsloth", "python",
                     "from unsloth.chat_templates import standardize_sharegpt\n" + std::string(kLoad) +
                         "data = standardize_sharegpt(data)\n") +
               block("torchtune", "yaml", torchtune("conversations", "sharegpt")) +
               "\nTool turns are for LLaMA-Factory; torchtune and Unsloth do not see the `system` column.\n";
    case Format::alpaca:
        return llamaFactory() + "\nAxolotl, Unsloth and torchtune read this shape without its `history`; the "
                                "format `sft` gives "
                                "them everything.\n";
    case Format::mistral:
        return mistral() + messageTrainers();
    case Format::log:
        break;
    }
    return {};
}

} // namespace

std::string trainerSnippets(Format format) {
    const auto text = shapeSnippets(format);
    return text.empty() ? text : "\n## Training\n" + text;
}

std::string llamaFactoryInfo(Format format, const std::vector<std::pair<std::string, std::string>>& files) {
    Json entry;
    if (format == Format::sharegpt) {
        entry = {{"formatting", "sharegpt"},
                 {"columns", {{"messages", "conversations"}, {"system", "system"}, {"tools", "tools"}}},
                 {"tags",
                  {{"role_tag", "from"},
                   {"content_tag", "value"},
                   {"user_tag", "human"},
                   {"assistant_tag", "gpt"},
                   {"observation_tag", "observation"},
                   {"function_tag", "function_call"},
                   {"system_tag", "system"}}}};
    } else if (format == Format::alpaca) {
        entry = {{"formatting", "alpaca"},
                 {"columns",
                  {{"prompt", "instruction"},
                   {"query", "input"},
                   {"response", "output"},
                   {"system", "system"},
                   {"history", "history"}}}};
    } else {
        return {};
    }
    Json out = Json::object();
    for (const auto& [split, path] : files) {
        Json named{{"file_name", path}};
        named.update(entry);
        out[split == "train" ? "goldpan" : "goldpan_" + split] = std::move(named);
    }
    return out.dump(2) + "\n";
}

} // namespace goldpan::exporting
