// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/file_proof.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <zlib.h>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kChunkBytes = 1 << 16;

/// Lines of a plain or gzipped file; -1 where its compression is torn.
std::int64_t countLines(const std::string& path) {
    gzFile in = gzopen(path.c_str(), "rb");
    if (in == nullptr) {
        return -1;
    }
    std::int64_t lines = 0;
    char chunk[kChunkBytes];
    int got = 0;
    while ((got = gzread(in, chunk, sizeof chunk)) > 0) {
        lines += std::count(chunk, chunk + got, '\n');
    }
    int state = Z_OK;
    gzerror(in, &state); // a stream that just stops is no error to gzread
    gzclose(in);
    return got < 0 || state == Z_BUF_ERROR ? -1 : lines;
}

} // namespace

bool staysInside(const std::string& relative) {
    const auto path = std::filesystem::path(relative).lexically_normal();
    return !path.empty() && path.is_relative() && *path.begin() != "..";
}

std::optional<ExportedFile> proofOf(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) { // a pipe or a device may never come to an end
        return std::nullopt;
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        return std::nullopt;
    }
    ExportedFile found{.path = path};
    Sha256 hash;
    char chunk[kChunkBytes];
    while (in.read(chunk, sizeof chunk), in.gcount() > 0) {
        hash.update({chunk, static_cast<std::size_t>(in.gcount())});
        found.bytes += in.gcount();
    }
    found.sha256 = hash.finishHex();
    found.rows = countLines(path);
    return found;
}

} // namespace goldpan::exporting
