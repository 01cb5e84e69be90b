// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_traces.h"

#include "core/ingest/decoded_block.h"
#include "core/ingest/followed_file.h"
#include "core/store/entry_reader.h"
#include "core/store/followed_files.h"
#include "core/store/importer.h"

#include <cstddef>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kBeginning = std::size_t{1} << 16;

/// False also of a file that cannot be read: whoever needs it is told so when it is read.
Result<bool> beginsWithARowOf(store::Store& store, const std::string& path, EntryDecoder& decoder) {
    auto file = FollowedFile::open(path);
    if (!file || !*file) {
        return false;
    }
    const auto block = (*file)->next(kBeginning);
    if (!block || !*block) {
        return false;
    }
    for (const auto& row : decodeBlock(**block, decoder, {}).rows) {
        const auto there = store.entries().find(row.entry.requestId);
        if (!there || *there) {
            return there ? Result<bool>(true) : std::unexpected(there.error());
        }
    }
    return false;
}

} // namespace

Result<bool> hasTraces(store::Store& store, const std::vector<RotatedLog>& files,
                       const std::function<std::string(const std::string& path)>& sourceOf,
                       EntryDecoder& decoder) {
    for (const auto& file : files) {
        const auto named = store.importer().followedFiles().hasAnyOf(sourceOf(file.path));
        if (!named || *named) {
            return named;
        }
        const auto begins = beginsWithARowOf(store, file.path, decoder);
        if (!begins || *begins) {
            return begins;
        }
    }
    return false;
}

} // namespace goldpan::ingest
