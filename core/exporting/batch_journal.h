// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchJournal: the hidden file beside a manifest that says which files of a batch are about to take their
// names, so that an export that is killed in between is finished or undone by whoever comes next. Its lock
// keeps two exports of one name apart. Owned by one run of the export service or of a proof; one object, one
// thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::exporting {

/// A file that waits, whole and durable, under its temporary name. Paths are relative to the manifest's
/// folder.
struct WaitingFile {
    std::string temp;
    std::string name;
    std::string sha256;
    std::string replaces; ///< of the card and dataset_info.json: SHA-256 of what may be written over, or ""

    bool operator==(const WaitingFile&) const = default;
};

/// Of the batch that is replaced; goes last, and only while its bytes are these.
struct StaleFile {
    std::string name;
    std::string sha256;

    bool operator==(const StaleFile&) const = default;
};

/// What a batch needs that its store is about to publish.
struct PendingBatch {
    std::string store; ///< absolute path
    std::int64_t batch = 0;
    std::string manifestSha256;
    std::vector<WaitingFile> files; ///< in the order in which they take their names, the manifest last
    std::vector<StaleFile> stale;

    bool operator==(const PendingBatch&) const = default;
};

class BatchJournal {
public:
    /// Of the batch with this manifest. `busy` where another export of it does not end within seconds.
    [[nodiscard]] static Result<BatchJournal> take(const std::string& manifestPath);
    /// None where there is none, where an export is running and where the file cannot be opened.
    [[nodiscard]] static std::optional<BatchJournal> takeIfThere(const std::string& manifestPath);
    [[nodiscard]] static std::string pathOf(const std::string& manifestPath);

    BatchJournal(BatchJournal&& other) noexcept;
    BatchJournal& operator=(BatchJournal&&) = delete;
    /// The file goes with the object, unless something is pending still.
    ~BatchJournal();

    /// What an export that was stopped left, or what write() was given.
    [[nodiscard]] const std::optional<PendingBatch>& pending() const { return m_pending; }
    /// A file of it has its name already: what it replaced is gone, so it can only be finished.
    [[nodiscard]] bool hasBegun() const;
    /// All of its files are still there, under either name.
    [[nodiscard]] bool canFinish() const;

    /// Durable when this returns a value.
    [[nodiscard]] Result<void> write(PendingBatch pending);
    /// Names for all files, durable, and away with what is stale; may be called again after an error or a
    /// kill. Answers the stale files that could not be removed.
    [[nodiscard]] Result<std::vector<std::string>> finish();
    /// The temporary files go.
    [[nodiscard]] Result<void> undo();
    /// Nothing is pending any more; its temporary files are somebody else's to remove.
    void forget();

private:
    BatchJournal(int fd, const std::string& manifestPath);
    /// None where somebody has it.
    [[nodiscard]] static Result<std::optional<BatchJournal>> tryTake(const std::string& manifestPath,
                                                                     bool create);
    [[nodiscard]] std::string inFolder(const std::string& name) const { return m_folder + name; }
    [[nodiscard]] Result<void> name(const WaitingFile& file) const;

    int m_fd = -1;
    std::string m_path;
    std::string m_folder;
    std::optional<PendingBatch> m_pending;
};

} // namespace goldpan::exporting
