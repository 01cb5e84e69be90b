// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NotedCopy: a file with texts of a store, in the store's list of copies from before its first byte, for
// whoever redacts the store later. Lives on the stack of the work; the store's thread.
#pragma once

#include "app/cli/io.h"
#include "core/store/reredaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace goldpan::store {
class Store;
}

namespace goldpan::cli {

class NotedCopy {
public:
    /// A note that the store cannot take is said, and the copy is made all the same.
    NotedCopy(store::Store& store, store::CopyKind kind, const std::string& target, Io& io);
    NotedCopy(const NotedCopy&) = delete;
    NotedCopy& operator=(const NotedCopy&) = delete;
    /// Forgets it unless it was made.
    ~NotedCopy();

    void isMade(std::int64_t bytes);

private:
    void saySo(const Error& error);

    store::Store& m_store;
    Io& m_io;
    std::optional<std::int64_t> m_number;
};

} // namespace goldpan::cli
