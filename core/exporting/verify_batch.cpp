// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/batch_manifest.h"
#include "core/exporting/file_proof.h"
#include "core/exporting/manifest_seal.h"
#include "core/exporting/settled_spec.h"
#include "core/exporting/stopped_export.h"
#include "core/store/export_reader.h"
#include "core/store/store.h"

#include <algorithm>
#include <filesystem>

namespace goldpan::exporting {
namespace {

/// Or an export to this name was stopped before it had one.
bool hasManifest(const std::string& manifestPath) {
    std::error_code ignored;
    return std::filesystem::exists(manifestPath, ignored) ||
           std::filesystem::exists(BatchJournal::pathOf(manifestPath), ignored);
}

/// x.jsonl of x.validation.jsonl; "" of other names.
std::string firstOfSplit(const std::string& path) {
    const auto [stem, suffix] = stemAndEnd(path);
    constexpr std::string_view kSecond = ".validation";
    return stem.ends_with(kSecond) ? stem.substr(0, stem.size() - kSecond.size()) + suffix : "";
}

std::string manifestOf(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return BatchLayout::fromName(path.ends_with('/') ? path : path + "/").manifestPath();
    }
    const std::string name = std::filesystem::path(path).filename().string();
    if (name == "manifest.json" || name.ends_with(".manifest.json")) {
        return path;
    }
    const std::string beside = BatchLayout::fromName(path).manifestPath();
    const auto above = std::filesystem::path(path).parent_path().parent_path() / "manifest.json";
    if (hasManifest(beside)) {
        return beside;
    }
    if (hasManifest(above.string())) {
        return above.string();
    }
    const std::string first = firstOfSplit(path);
    return first.empty() ? beside : BatchLayout::fromName(first).manifestPath();
}

/// x.jsonl and x.jsonl.gz have one manifest: it may be of the other one.
void checkNamed(const std::string& path, const std::string& folder, const ManifestFiles& expected,
                VerifyReport& report) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    if (path == report.manifest || fs::is_directory(path, ignored)) {
        return;
    }
    const auto plain = [](const fs::path& given) { return fs::absolute(given).lexically_normal(); };
    const fs::path asked = plain(path);
    const auto isAsked = [&](const ExportedFile& file) { return plain(folder + file.path) == asked; };
    if (std::ranges::any_of(expected.files, isAsked) || std::ranges::any_of(expected.beside, isAsked)) {
        return;
    }
    std::string named;
    for (const auto& file : expected.files) {
        named += (named.empty() ? "" : " and ") + file.path;
    }
    report.problems.push_back(fs::path(path).filename().string() + ": the manifest names " + named +
                              ", not this file");
}

void check(const std::string& folder, const ExportedFile& expected, VerifyReport& report) {
    const auto problem = [&](const std::string& what) {
        report.problems.push_back(expected.path + ": " + what);
    };
    if (!staysInside(expected.path)) {
        return problem("the manifest names a file outside its folder");
    }
    const std::string path = folder + expected.path;
    auto found = proofOf(path);
    if (!found) {
        return problem("the file is missing or cannot be read");
    }
    if (found->bytes != expected.bytes) {
        problem("has " + std::to_string(found->bytes) + " bytes, the manifest says " +
                std::to_string(expected.bytes));
    }
    if (found->sha256 != expected.sha256) {
        problem("its SHA-256 is not the manifest's");
    }
    if (expected.rows < 0) {
        // a card has no rows
    } else if (found->rows < 0) {
        problem("its compression is torn");
    } else if (found->rows != expected.rows) {
        problem("has " + std::to_string(found->rows) + " rows, the manifest says " +
                std::to_string(expected.rows));
    }
    report.files.push_back(std::move(*found));
}

/// Files beside the data that no manifest speaks of: whoever reads the whole folder would take them in.
void checkStrangers(const std::string& folder, const std::vector<ExportedFile>& expected,
                    VerifyReport& report) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const bool hasData = std::ranges::any_of(
        expected, [](const ExportedFile& file) { return file.path.starts_with("data/"); });
    if (!hasData) {
        return; // single files stand among files of other people
    }
    std::vector<std::string> strangers;
    for (const auto& item : fs::recursive_directory_iterator(folder + "data", ignored)) {
        const std::string name = "data/" + item.path().lexically_relative(folder + "data").string();
        const bool isNamed =
            std::ranges::any_of(expected, [&](const ExportedFile& file) { return file.path == name; });
        if (!isNamed && !item.is_directory(ignored) && !item.path().filename().string().starts_with('.')) {
            strangers.push_back(name + ": the manifest does not name this file");
        }
    }
    std::ranges::sort(strangers);
    report.problems.insert(report.problems.end(), strangers.begin(), strangers.end());
}

struct Proof {
    VerifyReport report;
    ManifestFiles expected;
    std::string manifestSha256; ///< of the whole file
};

Result<Proof> prove(const std::string& path) {
    Proof proof;
    VerifyReport& report = proof.report;
    report = {.manifest = manifestOf(path)};
    const auto text = readFile(report.manifest);
    if (!text) {
        return fail(text.error().code,
                    "the manifest of this batch cannot be read; name the file, folder or manifest "
                    "that an export wrote",
                    report.manifest);
    }
    auto expected = manifestFiles(*text);
    if (!expected) {
        return fail(expected.error().code, expected.error().message, report.manifest);
    }
    const auto slash = report.manifest.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : report.manifest.substr(0, slash + 1);
    if (const Seal seal = sealOf(*text); seal != Seal::whole) {
        report.problems.emplace_back(
            seal == Seal::broken ? "the manifest is not as it was written: its own SHA-256 is not that "
                                   "of what it says"
                                 : "the manifest has no SHA-256 of its own, so nothing proves it");
    }
    std::int64_t rows = 0;
    for (const auto& file : expected->files) {
        check(folder, file, report);
        rows += file.rows;
    }
    for (const auto& file : expected->beside) {
        const auto card = file.path == kCardName ? proofOf(folder + file.path) : std::nullopt;
        if (card) {
            report.card = card->sha256 == file.sha256 ? CardState::asWritten : CardState::edited;
            report.files.push_back(*card);
        } else {
            check(folder, file, report);
        }
    }
    checkStrangers(folder, expected->files, report);
    checkNamed(path, folder, *expected, report);
    if (rows != expected->rows || (expected->requestIds >= 0 && expected->requestIds != expected->rows)) {
        report.problems.push_back("the manifest's counts of rows do not agree with each other");
    }
    proof.expected = std::move(*expected);
    proof.manifestSha256 = sha256Hex(*text);
    return proof;
}

/// The batch of these data with this manifest, else one that was made by the same spec, else any of the same
/// data; the newest.
const store::BatchRecord* recordOf(const std::vector<store::BatchRecord>& batches, const Proof& proof) {
    const auto likeness = [&proof](const store::BatchRecord& batch) {
        const auto& expected = proof.expected;
        if (std::ranges::find(expected.files, batch.sha256, &ExportedFile::sha256) == expected.files.end()) {
            return 0;
        }
        const bool sameSpec = specTextOfManifest(batch.specText) == expected.specText;
        return batch.manifestSha256 == proof.manifestSha256 ? 3 : sameSpec ? 2 : 1;
    };
    const store::BatchRecord* out = nullptr;
    int most = 1;
    for (const auto& batch : batches) {
        if (const int like = likeness(batch); like >= most) {
            most = like;
            out = &batch;
        }
    }
    return out;
}

/// What was stopped there is settled first, by the store where there is one.
Result<Proof> proveSettled(const std::string& path, const AskedStore& store) {
    auto stopped = settledAt(manifestOf(path), store);
    auto proof = prove(path);
    const bool waits = stopped && stopped->end == StoppedExport::End::waits;
    if (!proof && proof.error().code == ErrorCode::notFound && waits) {
        return fail(ErrorCode::notFound,
                    "the export of this batch was stopped before its files had their names; run it again, or "
                    "verify it with --store and the store that wrote it",
                    proof.error().where);
    }
    if (proof) {
        proof->report.stopped = std::move(stopped);
    }
    return proof;
}

} // namespace

std::string storeToAsk(const std::string& path) {
    const auto journal = BatchJournal::takeIfThere(manifestOf(path));
    return journal && journal->pending() && !journal->hasBegun() ? journal->pending()->store : "";
}

std::optional<StoppedExport> settleStopped(const std::string& path, store::Store& store) {
    return settledAt(manifestOf(path), {.reader = &store.exports(), .path = store.path()});
}

Result<VerifyReport> verifyBatch(const std::string& path) {
    auto proof = proveSettled(path, {});
    if (!proof) {
        return std::unexpected(proof.error());
    }
    return std::move(proof->report);
}

Result<VerifyReport> verifyBatch(const std::string& path, store::Store& store) {
    auto proof = proveSettled(path, {.reader = &store.exports(), .path = store.path()});
    if (!proof) {
        return std::unexpected(proof.error());
    }
    const auto batches = store.exports().batches();
    if (!batches) {
        return std::unexpected(batches.error());
    }
    VerifyReport report = std::move(proof->report);
    const store::BatchRecord* record = recordOf(*batches, *proof);
    if (record == nullptr) {
        report.problems.emplace_back("the store has recorded no batch with these data");
        return report;
    }
    report.batch = record->id;
    if (specTextOfManifest(record->specText) != proof->expected.specText) {
        report.problems.emplace_back(
            "the manifest says other settings than the store has recorded of this batch");
    } else if (!record->manifestSha256.empty() && record->manifestSha256 != proof->manifestSha256) {
        // Whoever changes it can seal it again, but not in the store.
        report.problems.emplace_back("the manifest is not the one that the store has recorded of this batch");
    }
    return report;
}

} // namespace goldpan::exporting
