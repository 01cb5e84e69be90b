// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Importer: redacted entries into the store, in batches. Owned by its Store; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/log_entry.h"
#include "core/sampling/keep_rule.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::sampling {
class Reservoir;
}

namespace goldpan::store {

class FollowedFiles;

struct ImportRow {
    LogEntry entry;            ///< redacted, tags normalized
    std::int64_t line = 0;     ///< in its source, from 1
    std::uint64_t keyHash = 0; ///< stableHash64(entry.requestId), made where the decoding runs
    bool contextDiffers = false;
    bool hashesUser = false; ///< a raw user id of it was hashed where it was decoded
    double loggedWeight = 1; ///< requests that it stands for, where the log was sampled as it was written
};

struct QuarantinedLine {
    std::int64_t line = 0;
    std::string reason; ///< a class and what is wrong, never the text
};

struct ImportTally {
    std::int64_t stored = 0;
    std::int64_t duplicate = 0;
    std::int64_t retagged = 0;          ///< duplicates that brought tags the store lacked
    std::int64_t sampledOut = 0;        ///< new rows that the rule leaves out
    std::int64_t hashed = 0;            ///< new rows that hash a user, stored or held in the side ring
    std::int64_t differs = 0;           ///< duplicates whose other content differs; the first text stays
    std::vector<std::string> differing; ///< request ids of the first few of those

    void add(const ImportTally& other);
};

/// Which rows an import keeps.
struct Keeping {
    sampling::KeepRule rule;
    const sampling::Reservoir* reservoir = nullptr; ///< settled, where the rule is one; outlives the session
};

/// Whether rows may be stored, where that can change while an import runs.
using AdmitFn = std::function<Result<void>()>;
/// Told what the rows of a transaction came to.
using StoredFn = std::function<Result<void>(const ImportTally& tally)>;

/// The import of one source. Rows count as stored once add() has returned; after finish() all is durable.
/// Without finish() an existing store keeps its committed batches.
class ImportSession {
public:
    virtual ~ImportSession() = default;

    /// Stores what is new and to be kept, in log order, tagged by drift windows and waiting feedback; commits
    /// by itself so that no lock lasts longer than 50 ms. Clears the quarantine of lines that are stored now.
    /// `admit` is asked inside each transaction, before its rows: what another program has committed by then
    /// is seen, and nothing can come between the answer and the rows. `stored` is told inside it, behind
    /// them: what it writes is there with them or not at all. Both may be empty. Rows that are there and
    /// change nothing are passed over in a read snapshot: `admit` is asked there, `stored` is not told of
    /// them.
    [[nodiscard]] virtual Result<ImportTally> add(std::span<const ImportRow> rows, const AdmitFn& admit,
                                                  const StoredFn& stored) = 0;
    [[nodiscard]] Result<ImportTally> add(std::span<const ImportRow> rows) { return add(rows, {}, {}); }
    [[nodiscard]] virtual Result<void> quarantine(std::span<const QuarantinedLine> lines) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;
};

class Importer {
public:
    virtual ~Importer() = default;
    /// `source`: how the log is named in the quarantine (an absolute path, redacted, or "-").
    [[nodiscard]] virtual Result<std::unique_ptr<ImportSession>>
    begin(std::string_view source, std::string_view operatorName, const Keeping& keeping) = 0;
    /// Keeps every row.
    [[nodiscard]] Result<std::unique_ptr<ImportSession>> begin(std::string_view source,
                                                               std::string_view operatorName) {
        return begin(source, operatorName, {});
    }

    /// How much of a log is best handed to a session at once, in bytes.
    [[nodiscard]] virtual std::size_t bytesAtOnce() const { return std::size_t{1} << 20; }

    /// The log that was `from` is `to` now, and another one may become `from`: its bad lines, what is known
    /// of its file and its account of sampling go with it, over what `to` had of the same line. In short
    /// transactions; what was stopped is finished by doing it again. Not while a session of either is open.
    [[nodiscard]] virtual Result<void> renameSource(std::string_view from, std::string_view to) = 0;
    virtual FollowedFiles& followedFiles() = 0;

    /// Before the first session of an import with a reservoir: counts the healthy among `rows`, ...
    [[nodiscard]] virtual Result<void> countHealthy(std::span<const ImportRow> rows,
                                                    sampling::Reservoir& reservoir) = 0;
    /// ... and, once all were counted, adds what the store knows of their hours and settles it.
    [[nodiscard]] virtual Result<void> settle(sampling::Reservoir& reservoir) = 0;

    /// Logs are read by this version of a profile, `sha256` in hex: before their rows, as often as one likes.
    [[nodiscard]] virtual Result<void> rememberProfile(std::string_view name, std::string_view sha256) = 0;
};

} // namespace goldpan::store
