// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/store_factory.h"

#include "core/base/files.h"
#include "core/store/sql/end_reredaction.h"
#include "core/store/sql/sql_store.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace goldpan::composition {
namespace {

namespace fs = std::filesystem;

void removeStoreFiles(const std::string& path) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        fs::remove(path + suffix, ignored);
    }
}

/// Makes the empty file itself, so that a folder that cannot be written says so by name, and nobody's file is
/// taken.
Result<void> claim(const std::string& path) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) {
        if (errno == EEXIST) {
            return fail(ErrorCode::refused, "the file is there already; choose another name or open it",
                        path);
        }
        return std::unexpected(fileError(errno, "creating the store", path));
    }
    ::close(fd);
    return {};
}

/// An open file, locked against other imports as long as it is open.
class LockedPart {
public:
    LockedPart() = default;
    explicit LockedPart(int fd)
        : m_fd(fd) {}
    LockedPart(LockedPart&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1)) {}
    LockedPart& operator=(LockedPart&& other) noexcept {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~LockedPart() {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    [[nodiscard]] bool lock() const { return m_fd >= 0 && ::flock(m_fd, LOCK_EX | LOCK_NB) == 0; }
    /// Whether `part` still names this very file, and nothing else does: else it is the store that another
    /// import has just published, or published and was killed before it took the old name away.
    [[nodiscard]] bool isOnly(const std::string& part) const {
        struct stat opened {};
        struct stat named {};
        return ::fstat(m_fd, &opened) == 0 && ::stat(part.c_str(), &named) == 0 &&
               opened.st_ino == named.st_ino && opened.st_dev == named.st_dev && opened.st_nlink == 1;
    }
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd = -1;
};

/// Of an import into `path`, which is there, that was killed.
void removeStalePart(const std::string& path, const std::string& part) {
    std::error_code ignored;
    if (fs::equivalent(path, part, ignored)) { // not to be opened: closing it would end SQLite's locks on it
        fs::remove(part, ignored);
        return;
    }
    const LockedPart stale(::open(part.c_str(), O_RDWR | O_CLOEXEC));
    if (stale.lock()) {
        removeStoreFiles(part);
    }
}

/// SQLite would play the log of a store that is gone into the new one of its name.
Result<void> checkNoStrayLog(const std::string& path) {
    std::error_code ignored;
    for (const char* suffix : {"-wal", "-journal"}) {
        // Asked again: another import may have published the store just now, with a log of its own.
        if (fs::exists(path + suffix, ignored) && !fs::exists(path, ignored)) {
            return fail(
                ErrorCode::refused,
                "the log of a store that was here before is still there; move it away and import again",
                path + suffix);
        }
    }
    return {};
}

/// The part file, empty and locked; none where the store appeared meanwhile.
Result<std::optional<LockedPart>> takePart(const std::string& path, const std::string& part) {
    for (;;) {
        LockedPart mine(::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
        if (mine.fd() < 0) {
            return std::unexpected(fileError(errno, "creating the store", path));
        }
        if (!mine.lock()) {
            return fail(ErrorCode::busy,
                        "another import is making this store; wait for it and run this again", path);
        }
        std::error_code ignored;
        const bool isOurs = mine.isOnly(part);
        if (isOurs && !fs::exists(path, ignored)) {
            if (::ftruncate(mine.fd(), 0) != 0) { // of an import that was killed
                return std::unexpected(fileError(errno, "creating the store", path));
            }
            for (const char* suffix : {"-wal", "-shm", "-journal"}) {
                fs::remove(part + suffix, ignored);
            }
            return mine;
        }
        if (isOurs || fs::hard_link_count(part, ignored) > 1) {
            fs::remove(part, ignored); // a name only: what else bears one keeps its bytes
        }
        if (fs::exists(path, ignored)) {
            return std::nullopt;
        }
    }
}

} // namespace

Result<std::unique_ptr<store::Store>> openStore(const std::string& path) {
    return sql::SqlStore::open(path);
}

Result<std::unique_ptr<store::Store>> openStoreTelling(const std::string& path,
                                                       const store::UpgradeNotice& before) {
    return sql::SqlStore::open(path, before);
}

Result<std::unique_ptr<store::Store>> createStore(const std::string& path) {
    if (auto claimed = claim(path); !claimed) {
        return std::unexpected(claimed.error());
    }
    auto made = sql::SqlStore::create(path);
    if (!made) {
        removeStoreFiles(path);
        return std::unexpected(made.error());
    }
    return made;
}

Result<std::optional<store::ReredactionTally>> endReredaction(const std::string& path,
                                                              const redact::Redactor& redactor) {
    return sql::endReredaction(path, redactor);
}

struct StoreForImport::State {
    std::string path;
    std::string part; ///< empty where the store was there
    std::unique_ptr<sql::SqlStore> store;
    LockedPart lock; ///< of the part, so that two imports never build one store

    ~State() {
        store.reset();
        if (!part.empty()) {
            removeStoreFiles(part);
        }
    }
};

StoreForImport::StoreForImport(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
StoreForImport::StoreForImport(StoreForImport&&) noexcept = default;
StoreForImport& StoreForImport::operator=(StoreForImport&&) noexcept = default;
StoreForImport::~StoreForImport() = default;

Result<StoreForImport> StoreForImport::open(const std::string& path, const store::UpgradeNotice& before) {
    auto state = std::make_unique<State>();
    state->path = path;
    const std::string part = path + ".part";
    std::error_code ignored;
    std::optional<LockedPart> lock;
    if (!fs::exists(path, ignored)) {
        if (auto alone = checkNoStrayLog(path); !alone) {
            return std::unexpected(alone.error());
        }
        auto taken = takePart(path, part);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        lock = std::move(*taken);
    } else {
        removeStalePart(path, part);
    }
    if (!lock) {
        auto store = sql::SqlStore::open(path, before);
        if (!store) {
            return std::unexpected(store.error());
        }
        state->store = std::move(*store);
        return StoreForImport(std::move(state));
    }
    state->lock = std::move(*lock);
    state->part = part;
    auto store = sql::SqlStore::build(part);
    if (!store) {
        return std::unexpected(store.error());
    }
    state->store = std::move(*store);
    return StoreForImport(std::move(state));
}

store::Store& StoreForImport::store() {
    return *m_state->store;
}

bool StoreForImport::isNew() const {
    return !m_state->part.empty();
}

Result<void> StoreForImport::publish() {
    if (!isNew()) {
        return {};
    }
    if (auto finished = sql::SqlStore::finishBuild(std::move(m_state->store)); !finished) {
        return finished;
    }
    // link + unlink, not rename: a store that appeared meanwhile is never replaced.
    if (::link(m_state->part.c_str(), m_state->path.c_str()) != 0) {
        if (errno == EEXIST) {
            return fail(ErrorCode::refused,
                        "another program made this store meanwhile; run the import again to add to it",
                        m_state->path);
        }
        if (std::rename(m_state->part.c_str(), m_state->path.c_str()) != 0) {
            return std::unexpected(fileError(errno, "writing", m_state->path));
        }
    }
    removeStoreFiles(m_state->part);
    m_state->part.clear();
    const auto folder = fs::path(m_state->path).parent_path().string();
    return syncPath(folder.empty() ? "." : folder);
}

} // namespace goldpan::composition
