// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportService: a batch of training rows out of the store, with its manifest. Holds references only; same
// thread as its store.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/exporting/formats/format.h"
#include "core/exporting/row_finding.h"
#include "core/redact/redactor.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {
class Store;
struct EntryRecord;
} // namespace goldpan::store

namespace goldpan::exporting {

/// What decides the bytes of a batch; the same store and spec give the same bytes anywhere. Where it is
/// written is not part of it.
struct ExportSpec {
    Format format = Format::sft;
    std::vector<std::string> tags;    ///< none: any tag at all; every row (log, kto)
    std::string filterText;           ///< further narrows
    bool filterLeftOut = false;       ///< it held PII and was not kept: this is no spec to run
    std::vector<std::string> exclude; ///< names of checks that leave a row out, beside the policy's
    bool redactCorrections = false;   ///< let corrections marked pii out, as redacted
    bool toolRows = false;            ///< rows with tool turns, and tools, into sft and the TRL formats

    std::string goldFile;                      ///< evaluation cases that must not be trained on; "": none
    std::int64_t maxTokens = 0;                ///< about how many a row may have; 0: any
    double splitShare = 0;                     ///< of the clusters of near rows, for validation; 0: one file
    std::uint64_t seed = 0;                    ///< of the split
    std::map<std::string, std::string> keep{}; ///< by request id, why a row stays whatever the checks say

    bool operator==(const ExportSpec&) const = default;
};

[[nodiscard]] std::string specToText(const ExportSpec& spec); ///< JSON, stable
[[nodiscard]] Result<ExportSpec> specFromText(std::string_view text);

struct ExportedFile {
    std::string path; ///< as given; in the manifest relative to it
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    std::string sha256;
};

struct ExportReport {
    std::int64_t seen =
        0; ///< rows that were looked at; some are in no count below: no chosen tag, no correction
    std::int64_t rows = 0; ///< lines that are written; kto has two of some rows
    std::map<std::string, std::int64_t>
        excluded; ///< no_tag, no_correction or no_label, invalid, pii, names of checks
    std::map<std::string, std::int64_t> warned;
    std::map<std::string, std::vector<std::string>>
        excludedIds;                               ///< request ids of invalid, pii and named exclusions
    std::map<std::string, std::string> invalidWhy; ///< by request id, what could not be written
    std::vector<RowFinding> findings;              ///< of the checks, with their evidence
    std::vector<std::string> keptInVain;           ///< ids to be kept that no check found anything about
    std::string goldSha256;                        ///< of the gold file
    std::map<std::string, std::int64_t>
        goldInFrames;                    ///< gold cases that only frame the product, by id: in how many rows
    std::int64_t validationRows = 0;     ///< of `rows`, those on the validation side
    std::vector<ExportedFile> files;     ///< with a split, the validation file behind the other
    std::optional<BatchId> batch;        ///< none in a dry run
    std::vector<std::string> leftBehind; ///< files of the replaced batch that cannot be removed
    bool filterLeftOut = false;          ///< it holds PII: neither manifest nor store keeps it

    /// Rows that stay out, as `excluded` counts them.
    [[nodiscard]] std::int64_t leftOut() const;
};

/// What a batch would be, and how it would begin.
struct ExportPreview {
    ExportReport report;
    std::vector<std::string> lines; ///< the first ones of its data file, without line feeds
};

class ExportService {
public:
    ExportService(store::Store& store, const redact::Redactor& redactor, const Clock& clock);

    /// Counts what run() would write; writes nothing.
    [[nodiscard]] Result<ExportReport> dryRun(const ExportSpec& spec, const ProgressFn& progress = {},
                                              std::stop_token stop = {});

    /// The same with the first `lines` that run() would write, byte for byte; writes nothing.
    [[nodiscard]] Result<ExportPreview> preview(const ExportSpec& spec, std::size_t lines,
                                                const ProgressFn& progress = {}, std::stop_token stop = {});

    /// Hands on every row that run() would write, in file order; writes nothing.
    [[nodiscard]] Result<void> eachRow(const ExportSpec& spec,
                                       const std::function<void(const store::EntryRecord&)>& sink,
                                       const ProgressFn& progress = {}, std::stop_token stop = {});

    /// `out`: NAME.jsonl or NAME.jsonl.gz (that file and NAME.jsonl.manifest.json), or a folder ending in `/`
    /// (data/train.jsonl, manifest.json, README.md, for LLaMA-Factory dataset_info.json). Every text that
    /// leaves is redacted again. Replaces existing files when all is written; on any failure the old ones
    /// stay. Killed at any point, there is the old batch, or the new one once the next export or proof of
    /// that name has finished it, as the store says. Recorded as a batch. `busy` while another export writes
    /// that name. With a split there is NAME.validation.jsonl, or data/validation.jsonl, as well.
    [[nodiscard]] Result<ExportReport> run(const ExportSpec& spec, const std::string& out,
                                           const ProgressFn& progress = {}, std::stop_token stop = {});

private:
    store::Store& m_store;
    const redact::Redactor& m_redactor;
    const Clock& m_clock;
};

/// People are meant to complete the card (a licence, say), so an edited one is no problem.
enum class CardState {
    asWritten,
    edited
};

/// What became of an export that was stopped while its files took their names.
struct StoppedExport {
    enum class End {
        finished, ///< the new batch is there
        undone,   ///< the old one is, or none
        waits     ///< nothing was changed
    };
    End end = End::waits;
    std::string store;                   ///< waits: the one that wrote it and says which it is to be
    std::string why;                     ///< waits: a sentence
    std::vector<std::string> leftBehind; ///< as in ExportReport
};

struct VerifyReport {
    std::string manifest;
    std::vector<ExportedFile> files;
    std::optional<BatchId> batch;         ///< of the store that was asked
    std::vector<std::string> problems;    ///< empty: the batch is as it was written
    std::optional<CardState> card;        ///< of a batch with a card that is there
    std::optional<StoppedExport> stopped; ///< an export to this name, met on the way
};

/// Proves a batch against its manifest; `path` is the data file, the manifest or the folder. An export to
/// that name that was stopped is finished or undone first, where it is known which.
[[nodiscard]] Result<VerifyReport> verifyBatch(const std::string& path);
/// And against what the store that wrote it recorded: a batch may be made anew as a whole, manifest and all.
[[nodiscard]] Result<VerifyReport> verifyBatch(const std::string& path, store::Store& store);

/// The store that alone knows whether an export to this name that was stopped is to be finished; "" where
/// there is none to ask.
[[nodiscard]] std::string storeToAsk(const std::string& path);
/// Finishes or undoes that export as `store` says; none where there is none.
std::optional<StoppedExport> settleStopped(const std::string& path, store::Store& store);

/// The next free name after `path` (batch.jsonl -> batch-2.jsonl), for "export again".
[[nodiscard]] std::string nextFreeName(const std::string& path);

} // namespace goldpan::exporting
