// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/trainer_snippets.h"

#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

/// `data`, and with a validation file `held_out`.
std::string load(const BatchContent& content) {
    std::string out = "from datasets import load_dataset\n\n"
                      "data = load_dataset(\"json\", data_files=\"data/train.jsonl\", split=\"train\")\n";
    if (content.hasValidation) {
        out += "held_out = load_dataset(\"json\", data_files=\"data/validation.jsonl\", split=\"train\")\n";
    }
    return out;
}

std::string block(std::string_view title, std::string_view language, std::string_view text) {
    std::string out("\n### ");
    out.append(title).append("\n\n```").append(language).append("\n").append(text).append("```\n");
    return out;
}

std::string trl(std::string_view trainer, const BatchContent& content) {
    std::string text = "import trl\n" + load(content);
    text.append("# model and tokenizer: yours\n");
    text.append("trainer = trl.")
        .append(trainer)
        .append("(model=model, processing_class=tokenizer, train_dataset=data");
    return text.append(content.hasValidation ? ", eval_dataset=held_out)\n" : ")\n");
}

/// Of a column of turns, whose keys have these names.
std::string axolotl(std::string_view column, std::string_view role, std::string_view content,
                    std::string_view rest, const BatchContent& batch) {
    const auto data = [&](std::string_view list, std::string_view file, std::string_view split) {
        std::string out(list);
        out.append(":\n- path: data/").append(file).append("\n  ds_type: json\n").append(split);
        out.append("  type: chat_template\n  field_messages: ").append(column).append("\n").append(rest);
        out.append("  message_property_mappings:\n    role: ").append(role);
        out.append("\n    content: ").append(content);
        return out.append("\n  roles_to_train: [assistant]\n  train_on_eos: turn\n");
    };
    return data("datasets", "train.jsonl", "") +
           (batch.hasValidation ? data("test_datasets", "validation.jsonl", "  split: train\n") : "");
}

std::string torchtune(std::string_view column, std::string_view style, const BatchContent& content) {
    if (content.hasTools) {
        return "\ntorchtune's `chat_dataset` has no place for tools, and this batch has rows with them.\n";
    }
    std::string out = "dataset:\n  _component_: torchtune.datasets.chat_dataset\n  source: json\n"
                      "  data_files: data/train.jsonl\n  split: train\n  conversation_column: ";
    out.append(column).append("\n  conversation_style: ").append(style).append("\n");
    return block("torchtune", "yaml", out);
}

/// Every format with a column of messages is read by the same three.
std::string messageTrainers(const BatchContent& content) {
    const std::string_view tools = content.hasTools ? "tools=row.get(\"tools\"), " : "";
    std::string unsloth = load(content);
    unsloth.append("# model and tokenizer: from unsloth.FastLanguageModel\n"
                   "def text(row):\n    return {\"text\": tokenizer.apply_chat_template(row[\"messages\"], ");
    unsloth.append(tools).append("tokenize=False)}\n\n");
    for (const std::string_view name : {"data", "held_out"}) {
        if (name == "data" || content.hasValidation) {
            unsloth.append(name).append(" = ").append(name).append(".map(text)\n");
        }
    }
    return block("Axolotl", "yaml", axolotl("messages", "role", "content", "", content)) +
           block("Unsloth", "python", unsloth) + torchtune("messages", "openai", content);
}

std::string preferenceTrainers(std::string_view trainer, const BatchContent& content) {
    return block("TRL", "python", trl(trainer, content)) +
           block("Unsloth", "python",
                 "from unsloth import FastLanguageModel, PatchDPOTrainer\n\nPatchDPOTrainer()\n" +
                     trl(trainer, content)) +
           "\nAxolotl and torchtune have no reader for this shape; the format `sft` is theirs.\n";
}

std::string mistral(const BatchContent& content) {
    std::string data = "data:\n  instruct_data: data/train.jsonl\n";
    data += content.hasValidation ? "  eval_instruct_data: data/validation.jsonl\n" : "";
    return block("mistral-finetune", "yaml", data) +
           "\nIt wants ten rows at least. Of a row with tools it trains the last answer only.\n";
}

std::string llamaFactory(const BatchContent& content) {
    std::string data = "# dataset_info.json stands beside this file\ndataset_dir: .\ndataset: goldpan\n";
    data += content.hasValidation ? "eval_dataset: goldpan_validation\n" : "";
    return block("LLaMA-Factory", "yaml", data);
}

std::string openai(const BatchContent& content) {
    std::string upload = "openai api files.create -f data/train.jsonl -p fine-tune\n";
    upload += content.hasValidation ? "openai api files.create -f data/validation.jsonl -p fine-tune\n" : "";
    return block("OpenAI", "sh", upload);
}

std::string sharegptTrainers(const BatchContent& content) {
    std::string unsloth = "from unsloth.chat_templates import standardize_sharegpt\n" + load(content);
    unsloth += "data = standardize_sharegpt(data)\n";
    unsloth += content.hasValidation ? "held_out = standardize_sharegpt(held_out)\n" : "";
    return llamaFactory(content) +
           block("Axolotl", "yaml",
                 axolotl("conversations", "from", "value",
                         "  field_system: system\n  roles:\n    user: [human]\n    assistant: [gpt]\n",
                         content)) +
           block("Unsloth", "python", unsloth) + torchtune("conversations", "sharegpt", content) +
           "\nTool turns are for LLaMA-Factory; torchtune and Unsloth do not see the `system` column.\n";
}

std::string shapeSnippets(Format format, const BatchContent& content) {
    switch (format) {
    case Format::sft:
        return block("TRL", "python", trl("SFTTrainer", content)) + messageTrainers(content);
    case Format::promptCompletion:
        return block("TRL", "python", trl("SFTTrainer", content)) +
               block("Unsloth", "python",
                     "from unsloth import FastLanguageModel\n" + trl("SFTTrainer", content)) +
               "\nAxolotl and torchtune have no reader for this shape; the format `sft` is theirs.\n";
    case Format::dpo:
        return preferenceTrainers("DPOTrainer", content);
    case Format::kto:
        return preferenceTrainers("KTOTrainer", content);
    case Format::openai:
        return openai(content) + messageTrainers(content);
    case Format::openaiDpo:
        return openai(content) +
               "\nThe method of the job is `dpo`. Axolotl, Unsloth and torchtune read the format `sft`.\n";
    case Format::sharegpt:
        return sharegptTrainers(content);
    case Format::alpaca:
        return llamaFactory(content) +
               "\nAxolotl, Unsloth and torchtune read this shape without its `history`; the format `sft` "
               "gives them everything.\n";
    case Format::mistral:
        return mistral(content) + messageTrainers(content);
    case Format::log:
        break;
    }
    return {};
}

} // namespace

std::string trainerSnippets(Format format, const BatchContent& content) {
    const auto text = shapeSnippets(format, content);
    return text.empty() ? text : "\n## Training\n" + text;
}

std::string llamaFactoryInfo(Format format, const std::vector<std::pair<std::string, std::string>>& files) {
    Json entry;
    if (files.empty()) {
        return {};
    }
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
