// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BatchFile: one data file of a batch: lines, perhaps gzipped, hashed as they are written. Keeps its
// temporary name. One object, one thread.
#pragma once

#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/exporting/export_service.h"

#include <memory>
#include <string_view>

struct z_stream_s;

namespace goldpan::exporting {

class BatchFile {
public:
    [[nodiscard]] static Result<BatchFile> create(const std::string& path, bool gzip);
    BatchFile(BatchFile&&) noexcept;
    BatchFile& operator=(BatchFile&&) = delete;
    ~BatchFile();

    /// Adds the line feed.
    [[nodiscard]] Result<void> line(std::string_view text);
    /// Ends the file, makes it durable under its temporary name and answers what was written; `path` is left
    /// empty.
    [[nodiscard]] Result<ExportedFile> finish();
    [[nodiscard]] const std::string& tempPath() const { return m_file.tempPath(); }
    /// The temporary file stays when the object goes: the batch's journal gives it its name.
    void leave() { m_file.leave(); }

private:
    explicit BatchFile(AtomicFile file);
    [[nodiscard]] Result<void> put(std::string_view bytes);
    [[nodiscard]] Result<void> deflate(std::string_view bytes, int flush);

    AtomicFile m_file;
    Sha256 m_hash;
    std::unique_ptr<z_stream_s> m_deflate; ///< none: plain text
    std::int64_t m_rows = 0;
    std::int64_t m_bytes = 0;
};

} // namespace goldpan::exporting
