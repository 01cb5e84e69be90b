// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ExportReader: whole rows in log order, as of one moment, and the batches so far. Owned by its Store; same
// thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/queue/filter.h"
#include "core/store/entry_reader.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::store {

enum class ScanScope {
    all,               ///< every row the filter admits
    corrected,         ///< of those, rows with a correction: what an SFT export reads
    taggedUncorrected, ///< rows with a tag and without a correction: what it only counts
    taggedOrDecided,   ///< rows with a tag, a correction, or accepted
};

struct BatchRecord {
    BatchId id;
    Timestamp createdAt;
    std::string format;
    std::string path;
    std::int64_t rows = 0;
    std::string sha256;
    std::string specText;
    std::string manifestSha256; ///< of the whole file, hex; "" of a batch of an earlier version
};

class ExportReader {
public:
    virtual ~ExportReader() = default;

    /// Rows in log order from one snapshot; memory does not grow with their number. An error of the sink ends
    /// the scan and comes back.
    [[nodiscard]] virtual Result<void> scan(const queue::Filter& filter, ScanScope scope,
                                            const std::function<Result<void>(EntryRecord&&)>& sink,
                                            std::stop_token stop) = 0;
    /// How many rows scan() would hand on, without a look at their texts, unless the filter asks for these.
    [[nodiscard]] virtual Result<std::int64_t> count(const queue::Filter& filter, ScanScope scope,
                                                     std::stop_token stop) = 0;
    /// What `work` reads of the store, by whichever of its readers and however often, is as of one moment.
    [[nodiscard]] virtual Result<void> atOneMoment(const std::function<Result<void>()>& work) = 0;
    /// All gold corrections by log order: request id and text.
    [[nodiscard]] virtual Result<void>
    corrections(const std::function<Result<void>(const std::string& requestId, const Correction& correction)>&
                    sink) = 0;
    [[nodiscard]] virtual Result<std::vector<BatchRecord>> batches() = 0;
    /// None where the store has begun no such batch.
    [[nodiscard]] virtual Result<std::optional<bool>> isPublished(BatchId batch,
                                                                  const std::string& manifestSha256) = 0;
    /// By name, the SHA-256 (hex) of every version of a profile that logs of this store were read by.
    [[nodiscard]] virtual Result<std::map<std::string, std::set<std::string>>> profiles() = 0;
};

} // namespace goldpan::store
