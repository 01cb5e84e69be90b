// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/journal_text.h"

#include "core/base/files.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/file_proof.h"
#include "core/exporting/manifest_seal.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

std::string textOf(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// The second file of a split whose first is among these, compressed or not: x.jsonl and x.jsonl.gz have one
/// manifest.
bool isSecondOfSplit(const std::string& name, const std::vector<WaitingFile>& files) {
    return std::ranges::any_of(files, [&name](const WaitingFile& file) {
        std::string plain = file.name;
        if (plain.ends_with(".gz")) {
            plain.resize(plain.size() - 3);
        }
        return name == (plain == "data/train.jsonl" ? "data/validation.jsonl"
                                                    : BatchLayout::fromName(plain).validationName()) ||
               name == BatchLayout::fromName(plain + ".gz").validationName();
    });
}

/// A batch folder may come from elsewhere with such a file in it.
bool isOfExport(const PendingBatch& pending) {
    return std::ranges::all_of(pending.files,
                               [](const WaitingFile& file) {
                                   return staysInside(file.name) && staysInside(file.temp) &&
                                          AtomicFile::isTempOf(file.temp, file.name);
                               }) &&
           std::ranges::all_of(pending.stale, [&pending](const StaleFile& file) {
               return file.name == kDatasetInfoName || isSecondOfSplit(file.name, pending.files);
           });
}

} // namespace

std::string pendingText(const PendingBatch& pending) {
    Json out{{"store", pending.store},
             {"batch", pending.batch},
             {"of_manifest", pending.manifestSha256},
             {"files", Json::array()},
             {"stale", Json::array()}};
    for (const auto& file : pending.files) {
        out["files"].push_back(
            {{"temp", file.temp}, {"name", file.name}, {"sha256", file.sha256}, {"replaces", file.replaces}});
    }
    for (const auto& file : pending.stale) {
        out["stale"].push_back({{"name", file.name}, {"sha256", file.sha256}});
    }
    return sealed(out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::optional<PendingBatch> pendingFromText(std::string_view text) {
    if (sealOf(text) != Seal::whole) {
        return std::nullopt;
    }
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("batch") || !json["batch"].is_number_integer()) {
        return std::nullopt;
    }
    PendingBatch out{.store = textOf(json, "store"),
                     .batch = json["batch"].get<std::int64_t>(),
                     .manifestSha256 = textOf(json, "of_manifest")};
    for (const auto& file : json.value("files", Json::array())) {
        out.files.push_back(
            {textOf(file, "temp"), textOf(file, "name"), textOf(file, "sha256"), textOf(file, "replaces")});
    }
    for (const auto& file : json.value("stale", Json::array())) {
        out.stale.push_back({textOf(file, "name"), textOf(file, "sha256")});
    }
    return isOfExport(out) ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace goldpan::exporting
