// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reredaction: a newer rule set over what a store holds. Looked at first; then confirmed: every text is
// rewritten in short transactions while others work, and a last step, alone with the file, leaves nothing of
// the old words in it. Owned by its Store; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/redact/redactor.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {

struct ReredactionTally {
    redact::RedactionCounts counts;
    std::map<std::string, std::int64_t> byField; ///< texts that change: prompt, draft, history, ...
    std::int64_t fields = 0;                     ///< their sum
    std::int64_t rows = 0;   ///< rows of the log with such a text, drafts and so on included
    std::int64_t acts = 0;   ///< whose undo it ends
    std::int64_t queues = 0; ///< saved queues that go, as their filters hold what is redacted
    std::chrono::microseconds longestLock{};

    void add(const redact::RedactionCounts& found, std::string_view field, std::int64_t texts);
};

/// A rule set that waits for a decision, or one that was confirmed and is not done yet.
struct PendingReredaction {
    std::string rulesHash;
    std::string rules; ///< JSON
    Timestamp at;      ///< when it was previewed, and by whom; of one that was not: confirmed
    std::string operatorName;
    std::int64_t rows = 0; ///< as previewed
    std::int64_t fields = 0;
    std::int64_t acts = 0;
    std::optional<ActId> act; ///< once confirmed
    std::optional<Timestamp> confirmedAt = {};
};

enum class CopyKind {
    backup,
    corrections, ///< as `corrections export` writes them
    batch,
};

/// As the store and reports name it: backup, corrections, export.
[[nodiscard]] std::string_view copyKindName(CopyKind kind);

/// What may hold old words and is out of reach.
struct OldCopy {
    CopyKind kind = CopyKind::backup;
    std::string path; ///< redacted
    Timestamp at;
    std::optional<BatchId> batch; ///< of an export
    bool isComplete = true;       ///< else it was broken off, and may stand beside the path as a .tmp- file
};

/// Told of each text that changes, as it is before, with the name of its field.
using FoundText = std::function<void(std::string_view field, std::string_view text)>;

class Reredaction {
public:
    virtual ~Reredaction() = default;

    /// Only reads.
    [[nodiscard]] virtual Result<ReredactionTally> preview(const redact::Redactor& redactor,
                                                           const FoundText& found, const ProgressFn& progress,
                                                           std::stop_token stop) = 0;
    [[nodiscard]] virtual Result<std::optional<PendingReredaction>> pending() = 0;
    /// In the place of one that was only previewed, which is answered where its rules are others; refused
    /// while a confirmed one is not done.
    [[nodiscard]] virtual Result<std::optional<PendingReredaction>>
    stage(const PendingReredaction& pending) = 0;
    /// Forgets what was previewed; false where nothing was. Refused once it is confirmed.
    [[nodiscard]] virtual Result<bool> drop() = 0;

    /// The act that has done all this, where the newest re-redaction was by these rules and nobody set
    /// others since.
    [[nodiscard]] virtual Result<std::optional<ActId>> doneBy(const std::string& rulesHash) = 0;
    /// Begins the act, or goes on with it; refused where another rule set is pending. The same set under
    /// another hash, as another version of the program gives it, goes on under that one.
    [[nodiscard]] virtual Result<ActId> begin(const PendingReredaction& confirmed) = 0;
    /// All texts, once. `redactor` is that of the confirmed rules. On an error or a stop (`cancelled`) what
    /// is committed stays; the same call again does the rest.
    [[nodiscard]] virtual Result<ReredactionTally>
    rewrite(const redact::Redactor& redactor, const ProgressFn& progress, std::stop_token stop) = 0;

    /// Copies that were made or begun and published batches, oldest first.
    [[nodiscard]] virtual Result<std::vector<OldCopy>> oldCopies() = 0;
    /// Before its first byte, so that a kill leaves none that nobody lists; `path` redacted. Answers its
    /// number.
    [[nodiscard]] virtual Result<std::int64_t> beginCopy(CopyKind kind, std::string_view path,
                                                         Timestamp at) = 0;
    [[nodiscard]] virtual Result<void> endCopy(std::int64_t number, std::int64_t bytes) = 0;
    /// Nothing is left of it.
    [[nodiscard]] virtual Result<void> forgetCopy(std::int64_t number) = 0;
};

/// The end of a confirmed re-redaction, on a store that this program has closed: what others wrote meanwhile,
/// the search index emptied, free pages and the write-ahead log overwritten; only then the act is finished.
/// `busy` while another program has the store open; broken off or failed, the same call again finishes it.
/// Answers what the whole act did; none where there is nothing to end.
using EndReredaction =
    std::function<Result<std::optional<ReredactionTally>>(const std::string& path, const redact::Redactor&)>;

} // namespace goldpan::store
