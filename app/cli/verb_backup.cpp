// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb_backup.h"

#include "app/cli/noted_copy.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/verb_table.h"
#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/store/upkeep.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <fstream>
#include <memory>
#include <optional>
#include <ostream>

namespace goldpan::cli {
namespace {

Result<std::string> fileSha256(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    Sha256 hash;
    std::vector<char> block(1 << 20);
    while (file) {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.update({block.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (!file.eof()) {
        return std::unexpected(fileError(errno, "read", path));
    }
    return hash.finishHex();
}

} // namespace

Result<int> runBackup(const BackupOptions& options, Io& io) {
    const auto store = openStore(options, io);
    if (!store) {
        return std::unexpected(store.error());
    }
    NotedCopy noted(**store, store::CopyKind::backup, options.target, io);
    std::optional<ProgressLine> line(std::in_place, io, "backup");
    const auto bytes = (*store)->upkeep().backup(options.target, line->callback(), io.stop);
    line.reset();
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    noted.isMade(*bytes);
    const auto sha256 = fileSha256(options.target);
    if (!sha256) {
        return std::unexpected(sha256.error());
    }
    if (options.json) {
        printJson(io.out, {{"path", options.target}, {"bytes", *bytes}, {"sha256", *sha256}});
    } else {
        io.out << plainText(options.target) << ": " << *bytes << " bytes, sha256 " << *sha256 << '\n';
    }
    return kExitDone;
}

void addBackup(VerbTable& verbs) {
    auto options = std::make_shared<BackupOptions>();
    auto& verb = verbs.add("backup", "Copy a store while others write to it", options->json,
                           [options](Io& io) { return runBackup(*options, io); });
    addStore(verb, *options);
    verb.add_option("FILE", options->target, "The copy; replaced atomically")->required();
}

} // namespace goldpan::cli
