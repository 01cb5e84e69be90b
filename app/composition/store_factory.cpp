// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/store_factory.h"

#include "core/base/files.h"
#include "core/store/sql/sql_store.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <unistd.h>

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

} // namespace

Result<std::unique_ptr<store::Store>> openStore(const std::string& path) {
    return sql::SqlStore::open(path);
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

struct StoreForImport::State {
    std::string path;
    std::string part; ///< empty where the store was there
    std::unique_ptr<sql::SqlStore> store;
    int lock = -1; ///< open file of the part: flocked, so that two imports never build one store

    ~State() {
        store.reset();
        if (!part.empty()) {
            removeStoreFiles(part);
        }
        if (lock >= 0) {
            ::close(lock);
        }
    }
};

StoreForImport::StoreForImport(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}
StoreForImport::StoreForImport(StoreForImport&&) noexcept = default;
StoreForImport& StoreForImport::operator=(StoreForImport&&) noexcept = default;
StoreForImport::~StoreForImport() = default;

Result<StoreForImport> StoreForImport::open(const std::string& path) {
    auto state = std::make_unique<State>();
    state->path = path;
    std::error_code ignored;
    if (fs::exists(path, ignored)) {
        auto store = sql::SqlStore::open(path);
        if (!store) {
            return std::unexpected(store.error());
        }
        state->store = std::move(*store);
        return StoreForImport(std::move(state));
    }
    const std::string part = path + ".part";
    const int lock = ::open(part.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock < 0) {
        return std::unexpected(fileError(errno, "creating the store", path));
    }
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return fail(ErrorCode::busy, "another import is making this store; wait for it and run this again",
                    path);
    }
    state->lock = lock;
    state->part = part;
    if (::ftruncate(lock, 0) != 0) { // of an import that was killed
        return std::unexpected(fileError(errno, "creating the store", path));
    }
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        fs::remove(part + suffix, ignored);
    }
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
