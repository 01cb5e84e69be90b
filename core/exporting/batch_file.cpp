// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_file.h"

#include <zlib.h>

namespace goldpan::exporting {
namespace {

constexpr int kGzipWindow = 15 + 16; // zlib's way to say: with a gzip header

/// A header without time and with an unknown system: the same rows give the same bytes anywhere.
gz_header* constantHeader() {
    static gz_header header = [] {
        gz_header h{};
        h.os = 255;
        return h;
    }();
    return &header;
}

} // namespace

BatchFile::BatchFile(AtomicFile file)
    : m_file(std::move(file)) {}

BatchFile::BatchFile(BatchFile&&) noexcept = default;

BatchFile::~BatchFile() {
    if (m_deflate) {
        ::deflateEnd(m_deflate.get());
    }
}

Result<BatchFile> BatchFile::create(const std::string& path, bool gzip) {
    auto file = AtomicFile::create(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    BatchFile out(std::move(*file));
    if (gzip) {
        auto stream = std::make_unique<z_stream>();
        if (::deflateInit2(stream.get(), 6, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
            return fail(ErrorCode::internal, "zlib could not start", path);
        }
        ::deflateSetHeader(stream.get(), constantHeader());
        out.m_deflate = std::move(stream);
    }
    return out;
}

Result<void> BatchFile::line(std::string_view text) {
    ++m_rows;
    if (!m_deflate) {
        auto done = put(text);
        return done ? put("\n") : done;
    }
    auto done = deflate(text, Z_NO_FLUSH);
    return done ? deflate("\n", Z_NO_FLUSH) : done;
}

Result<void> BatchFile::put(std::string_view bytes) {
    m_hash.update(bytes);
    m_bytes += static_cast<std::int64_t>(bytes.size());
    return m_file.write(bytes);
}

Result<void> BatchFile::deflate(std::string_view bytes, int flush) {
    char out[1 << 15];
    // zlib does not write through next_in, its C signature only looks so.
    m_deflate->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    m_deflate->avail_in = static_cast<uInt>(bytes.size());
    do {
        m_deflate->next_out = reinterpret_cast<Bytef*>(out);
        m_deflate->avail_out = sizeof out;
        ::deflate(m_deflate.get(), flush);
        if (auto done = put({out, sizeof out - m_deflate->avail_out}); !done) {
            return done;
        }
    } while (m_deflate->avail_out == 0);
    return {};
}

Result<ExportedFile> BatchFile::finish() {
    if (m_deflate) {
        if (auto done = deflate("", Z_FINISH); !done) {
            return std::unexpected(done.error());
        }
    }
    if (auto done = m_file.sync(); !done) {
        return std::unexpected(done.error());
    }
    return ExportedFile{.rows = m_rows, .bytes = m_bytes, .sha256 = m_hash.finishHex()};
}

} // namespace goldpan::exporting
