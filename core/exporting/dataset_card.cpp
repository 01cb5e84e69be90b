// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/dataset_card.h"

#include "core/exporting/batch_layout.h"
#include "core/exporting/formats/trainer_snippets.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <map>

namespace goldpan::exporting {
namespace {

std::string splitOf(const ExportedFile& file) {
    return std::filesystem::path(file.path).stem().string();
}

std::string_view titleOf(RowNeed need) {
    switch (need) {
    case RowNeed::correction:
        return "# Gold corrections\n\nConversations from a production log, each with the gold correction of "
               "its answer.\n\n";
    case RowNeed::preference:
        return "# Preferences\n\nConversations from a production log, each with the gold correction of its "
               "answer and the answer that the model gave.\n\n";
    case RowNeed::judgement:
        return "# Judged answers\n\nAnswers to conversations from a production log, each with a label that "
               "says whether people took it for good.\n\n";
    case RowNeed::nothing:
        break;
    }
    return "# Production log\n\nRequests to a production model and its answers.\n\n";
}

/// Who wrote the corrections, without names: the manifest has them.
std::string authorLines(const BatchManifest& manifest) {
    std::map<CorrectionSource, std::int64_t> rows;
    for (const auto& [author, count] : manifest.authors) {
        rows[author.first] += count;
    }
    std::string out;
    for (const auto& [source, count] : rows) {
        out += source == CorrectionSource::modelDrafted
                   ? "- Corrections that a model drafted and an operator saved: "
                   : "- Corrections that an operator wrote: ";
        out += std::to_string(count) + "\n";
    }
    return out;
}

/// Readers fail on a split without rows.
std::vector<ExportedFile> filledFiles(const ExportReport& report) {
    std::vector<ExportedFile> out;
    std::ranges::copy_if(report.files, std::back_inserter(out),
                         [](const ExportedFile& file) { return file.rows != 0; });
    return out;
}

} // namespace

std::string datasetCard(const BatchManifest& manifest) {
    const auto& report = manifest.report;
    const auto& traits = traitsOf(manifest.spec.format);
    const auto files = filledFiles(report);
    std::string out = "---\nlicense: unknown\ntask_categories:\n- text-generation\n";
    out += files.empty() ? "" : "configs:\n- config_name: default\n  data_files:\n";
    for (const auto& file : files) {
        out += "  - split: " + splitOf(file) + "\n    path: " + file.path + "\n";
    }
    out += "---\n\n";
    out += titleOf(traits.need);
    out.append("- Format: `").append(traits.name).append("`\n");
    out += "- Rows: " + std::to_string(report.rows) + "\n";
    out += authorLines(manifest);
    for (const auto& [reason, count] : report.excluded) {
        out += "- Left out, `" + reason + "`: " + std::to_string(count) + "\n";
    }
    out += "- Personal data was replaced by tokens such as `[EMAIL]` before it was stored and once more on "
           "export.\n"
           "- `manifest.json` holds what the batch was made of and the SHA-256 of its files; `goldpan-cli "
           "verify` checks it.\n";
    return out += trainerSnippets(manifest.spec.format,
                                  {.hasValidation = report.files.size() > 1, .hasTools = manifest.hasTools});
}

std::string datasetInfo(const BatchManifest& manifest) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& file : filledFiles(manifest.report)) {
        files.emplace_back(splitOf(file), file.path);
    }
    return llamaFactoryInfo(manifest.spec.format, files);
}

std::vector<std::pair<std::string, std::string>> filesBeside(const std::string& cardName,
                                                             const BatchManifest& manifest) {
    std::vector<std::pair<std::string, std::string>> out;
    if (!cardName.empty()) {
        out.emplace_back(cardName, datasetCard(manifest));
        if (auto info = datasetInfo(manifest); !info.empty()) {
            out.emplace_back(kDatasetInfoName, std::move(info));
        }
    }
    return out;
}

} // namespace goldpan::exporting
