// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_journal.h"

#include "core/base/files.h"
#include "core/exporting/batch_layout.h"
#include "core/exporting/file_proof.h"
#include "core/exporting/journal_text.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace goldpan::exporting {
namespace {

namespace fs = std::filesystem;

constexpr auto kPatience = std::chrono::seconds(5);
constexpr auto kPause = std::chrono::milliseconds(20);

bool isThere(const std::string& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

std::string folderOf(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1); // with its slash; "" is the working folder
}

std::string parentOf(const std::string& folder) {
    return folderOf(folder.substr(0, folder.empty() ? 0 : folder.size() - 1));
}

Result<void> syncAll(const std::set<std::string>& folders) {
    for (const auto& folder : folders) {
        if (auto done = syncPath(folder.empty() ? "." : folder); !done) {
            return done;
        }
    }
    return {};
}

bool isUnchanged(const std::string& path, const std::string& sha256) {
    const auto found = proofOf(path);
    return found && found->sha256 == sha256;
}

/// The first of README.md.bak, README.md.bak2, 3 … that is free.
std::string nameAside(const std::string& path) {
    std::string aside = path + ".bak";
    for (int number = 2; isThere(aside); ++number) {
        aside = path + ".bak" + std::to_string(number);
    }
    return aside;
}

} // namespace

BatchJournal::BatchJournal(int fd, const std::string& manifestPath)
    : m_fd(fd)
    , m_path(pathOf(manifestPath))
    , m_folder(folderOf(manifestPath)) {}

BatchJournal::BatchJournal(BatchJournal&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_path(std::move(other.m_path))
    , m_folder(std::move(other.m_folder))
    , m_pending(std::move(other.m_pending)) {}

BatchJournal::~BatchJournal() {
    if (m_fd < 0) {
        return;
    }
    if (!m_pending) { // before the lock goes: whoever has opened it meanwhile sees that it is no more
        ::unlink(m_path.c_str());
    }
    ::close(m_fd);
}

std::string BatchJournal::pathOf(const std::string& manifestPath) {
    const std::string folder = folderOf(manifestPath);
    return folder + "." + manifestPath.substr(folder.size()) + ".pending";
}

Result<std::optional<BatchJournal>> BatchJournal::tryTake(const std::string& manifestPath, bool create) {
    const std::string path = pathOf(manifestPath);
    for (;;) {
        int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | (create ? O_CREAT : 0), 0644);
        if (fd < 0 && errno == EACCES && !create) { // what is pending can be told all the same
            fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        }
        if (fd < 0) {
            return std::unexpected(fileError(errno, "creating the file", manifestPath));
        }
        const bool isLocked = ::flock(fd, LOCK_EX | LOCK_NB) == 0;
        // A disk without locks does not say whether the export runs: then only another export goes on.
        if (!isLocked && (errno == EWOULDBLOCK || !create)) {
            ::close(fd);
            return std::nullopt;
        }
        struct stat ours {};
        struct stat there {};
        if (::fstat(fd, &ours) == 0 && ::lstat(path.c_str(), &there) == 0 && ours.st_ino == there.st_ino &&
            ours.st_dev == there.st_dev) {
            BatchJournal out(fd, manifestPath);
            // What was not written to its end was never acted on: nothing is pending then.
            out.m_pending = pendingFromText(readFile(path).value_or(""));
            return out;
        }
        ::close(fd); // its owner has just taken it away
        if (!create && !isThere(path)) {
            return std::unexpected(fileError(ENOENT, "opening", path));
        }
    }
}

Result<BatchJournal> BatchJournal::take(const std::string& manifestPath) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    for (;;) {
        auto journal = tryTake(manifestPath, true);
        if (!journal) {
            return std::unexpected(journal.error());
        }
        if (*journal) {
            return std::move(**journal);
        }
        if (std::chrono::steady_clock::now() > end) {
            return fail(ErrorCode::busy,
                        "another export is writing this batch; wait for its end or choose another name",
                        manifestPath);
        }
        std::this_thread::sleep_for(kPause);
    }
}

std::optional<BatchJournal> BatchJournal::takeIfThere(const std::string& manifestPath) {
    auto journal = tryTake(manifestPath, false);
    return journal ? std::move(*journal) : std::nullopt;
}

bool BatchJournal::hasBegun() const {
    return m_pending && std::ranges::any_of(m_pending->files, [this](const WaitingFile& file) {
               return !isThere(inFolder(file.temp)) && isUnchanged(inFolder(file.name), file.sha256);
           });
}

bool BatchJournal::canFinish() const {
    return m_pending && std::ranges::all_of(m_pending->files, [this](const WaitingFile& file) {
               return isThere(inFolder(file.temp)) || isUnchanged(inFolder(file.name), file.sha256);
           });
}

Result<void> BatchJournal::write(PendingBatch pending) {
    std::string_view left;
    const std::string text = pendingText(pending);
    left = text;
    m_pending = std::move(pending);
    bool done = ::ftruncate(m_fd, 0) == 0 && ::lseek(m_fd, 0, SEEK_SET) == 0;
    while (done && !left.empty()) {
        const ssize_t wrote = ::write(m_fd, left.data(), left.size());
        done = wrote >= 0 || errno == EINTR;
        left.remove_prefix(wrote > 0 ? static_cast<std::size_t>(wrote) : 0);
    }
    if (!done || ::fsync(m_fd) != 0) {
        auto error = fileError(errno, "writing", m_path);
        forget();
        return std::unexpected(std::move(error));
    }
    // The names that wait must outlast a power cut as well, and a folder that was made for them; the one
    // above may be of somebody who lets nobody look into it.
    const std::string above = parentOf(m_folder);
    (void)syncPath(above.empty() ? "." : above);
    std::set<std::string> folders{m_folder};
    for (const auto& file : m_pending->files) {
        folders.insert(folderOf(inFolder(file.temp)));
    }
    auto synced = syncAll(folders);
    if (!synced) {
        forget();
    }
    return synced;
}

Result<void> BatchJournal::name(const WaitingFile& file) const {
    const std::string from = inFolder(file.temp);
    const std::string to = inFolder(file.name);
    if (!isThere(from)) {
        return {}; // has its name
    }
    const bool isPeoples = file.name == kCardName || file.name == kDatasetInfoName;
    if (isPeoples && isThere(to) && !isUnchanged(to, file.replaces)) {
        if (::rename(to.c_str(), nameAside(to).c_str()) != 0) {
            return std::unexpected(
                fileError(errno, "keeping what people wrote beside the replaced batch", to));
        }
    }
    if (::rename(from.c_str(), to.c_str()) != 0) {
        return std::unexpected(fileError(errno, "writing", to));
    }
    return {};
}

Result<std::vector<std::string>> BatchJournal::finish() {
    std::set<std::string> folders;
    for (const auto& file : m_pending->files) {
        if (auto done = name(file); !done) {
            return std::unexpected(done.error());
        }
        folders.insert(folderOf(inFolder(file.name)));
    }
    if (auto done = syncAll(folders); !done) {
        return std::unexpected(done.error());
    }
    std::vector<std::string> leftBehind;
    for (const auto& file : m_pending->stale) {
        const std::string path = inFolder(file.name);
        std::error_code ignored;
        if (fs::is_regular_file(fs::symlink_status(path, ignored)) && isUnchanged(path, file.sha256) &&
            ::unlink(path.c_str()) != 0 && errno != ENOENT) {
            leftBehind.push_back(path);
        }
    }
    forget();
    return leftBehind;
}

Result<void> BatchJournal::undo() {
    for (const auto& file : m_pending ? m_pending->files : std::vector<WaitingFile>{}) {
        const std::string path = inFolder(file.temp);
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
            return std::unexpected(fileError(errno, "removing", path));
        }
    }
    forget();
    return {};
}

void BatchJournal::forget() {
    m_pending.reset();
    (void)::ftruncate(m_fd, 0); // gone with the object in any case; a reader's descriptor cannot
}

} // namespace goldpan::exporting
