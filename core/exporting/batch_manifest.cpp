// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_manifest.h"

#include "core/exporting/settled_spec.h"

#include <nlohmann/json.hpp>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kManifestVersion = 1;

Json redactionsJson(const redact::RedactionCounts& counts) {
    Json out = Json::object();
    for (std::size_t i = 0; i < counts.byType.size(); ++i) {
        out[std::string(piiTypeName(static_cast<redact::PiiType>(i)))] = counts.byType[i];
    }
    for (const auto& [name, count] : counts.custom) {
        out[name] = count;
    }
    out["users_hashed"] = counts.usersHashed;
    out["values_dropped"] = counts.valuesDropped;
    if (counts.failed != 0) {
        out["failed"] = counts.failed;
    }
    return out;
}

Json findingsJson(const std::vector<RowFinding>& findings) {
    Json out = Json::array();
    for (const auto& finding : findings) {
        out.push_back(Json::parse(findingText(finding)));
    }
    return out;
}

Json redactedJson(const std::string& requestId) {
    return {{"request_id", requestId}, {"check", "pii"}, {"excluded", false}, {"redacted", true}};
}

Json authorsJson(const BatchManifest& manifest) {
    Json out = Json::array();
    for (const auto& [author, rows] : manifest.authors) {
        out.push_back(
            {{"source", correctionSourceName(author.first)}, {"operator", author.second}, {"rows", rows}});
    }
    return out;
}

Json filesJson(const std::vector<ExportedFile>& files) {
    Json out = Json::array();
    for (const auto& file : files) {
        out.push_back(
            {{"path", file.path}, {"rows", file.rows}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return out;
}

Json profilesJson(const std::map<std::string, ProfileShare>& profiles) {
    Json out = Json::array();
    for (const auto& [name, share] : profiles) {
        out.push_back({{"name", name}, {"sha256", share.sha256}, {"rows", share.rows}});
    }
    return out;
}

template <typename T>
bool read(const Json& object, const char* key, T& target) {
    const auto found = object.find(key);
    if constexpr (std::is_same_v<T, std::string>) {
        if (found == object.end() || !found->is_string()) {
            return false;
        }
    } else if (found == object.end() || !found->is_number_integer()) {
        return false;
    }
    target = found->template get<T>();
    return true;
}

} // namespace

void addRow(BatchManifest& manifest, const RowNote& note, const std::string& requestId) {
    if (!note.profile.empty()) {
        ++manifest.profiles[note.profile].rows;
    }
    manifest.hasTools = manifest.hasTools || note.hasTools;
    if (note.author) {
        ++manifest.authors[{note.author->source, note.author->operatorName}];
    }
    if (note.letOutRedacted) {
        manifest.redactedIds.push_back(requestId);
    }
}

std::string manifestText(const BatchManifest& manifest) {
    const auto& report = manifest.report;
    Json out{{"manifest_version", kManifestVersion},
             {"tool", {{"name", "goldpan"}, {"version", GOLDPAN_VERSION}}},
             {"spec", Json::parse(specToText(manifest.spec))},
             {"policy", policyToTexts(manifest.policy)},
             {"rules_hash", manifest.rulesHash},
             {"profiles", profilesJson(manifest.profiles)},
             {"rows", report.rows},
             {"excluded", report.excluded},
             {"excluded_ids", report.excludedIds},
             {"invalid_why", report.invalidWhy},
             {"warned", report.warned},
             {"redactions", redactionsJson(manifest.redacted)},
             {"files", filesJson(report.files)}};
    for (const auto& file : manifest.beside) {
        out["beside"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    if (traitsOf(manifest.spec.format).need != RowNeed::nothing) {
        out["request_ids"] = manifest.requestIds;
    }
    if (traitsOf(manifest.spec.format).need != RowNeed::nothing) {
        out["corrections"] = authorsJson(manifest);
        out["findings"] = findingsJson(report.findings);
        for (const auto& id : manifest.redactedIds) {
            out["findings"].push_back(redactedJson(id));
        }
    }
    if (const auto unchecked = notChecked(manifest.spec, manifest.policy); !unchecked.empty()) {
        out["not_checked"] = unchecked;
    }
    if (!report.goldSha256.empty()) {
        out["gold_sha256"] = report.goldSha256;
    }
    if (!report.goldInFrames.empty()) {
        out["gold_in_frames"] = report.goldInFrames;
    }
    return out.dump(2) + "\n";
}

Result<ManifestFiles> manifestFiles(std::string_view text) {
    const auto broken = [] {
        return fail(ErrorCode::corrupt, "this is not the manifest of a Goldpan batch");
    };
    const Json json = Json::parse(text, nullptr, false);
    int version = 0;
    ManifestFiles out;
    if (!json.is_object() || !read(json, "manifest_version", version) || !read(json, "rows", out.rows) ||
        !json.contains("files") || !json["files"].is_array()) {
        return broken();
    }
    if (version > kManifestVersion) {
        return fail(ErrorCode::newerStore,
                    "the manifest was written by a later version of Goldpan; update to read it");
    }
    for (const auto& item : json["files"]) {
        ExportedFile file;
        if (!item.is_object() || !read(item, "path", file.path) || !read(item, "rows", file.rows) ||
            !read(item, "bytes", file.bytes) || !read(item, "sha256", file.sha256)) {
            return broken();
        }
        out.files.push_back(std::move(file));
    }
    for (const auto& item : json.value("beside", Json::array())) {
        ExportedFile file{.path = {}, .rows = -1};
        if (!item.is_object() || !read(item, "path", file.path) || !read(item, "bytes", file.bytes) ||
            !read(item, "sha256", file.sha256)) {
            return broken();
        }
        out.beside.push_back(std::move(file));
    }
    if (const auto ids = json.find("request_ids"); ids != json.end()) {
        out.requestIds = static_cast<std::int64_t>(ids->size());
    }
    if (const auto spec = json.find("spec"); spec != json.end()) {
        out.specText = spec->dump();
    }
    return out;
}

} // namespace goldpan::exporting
