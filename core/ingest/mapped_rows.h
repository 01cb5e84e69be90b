// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MappedRows: what a profile made of a log, redacted and in blocks, as the store takes it. Owns a decoder:
// one object, one thread.
#pragma once

#include "core/ingest/decoded_block.h"
#include "core/ingest/mapped_log.h"

#include <functional>

namespace goldpan::ingest {

/// A mapped row as a line of this program's own log, with the raw user id that its decoder hashes: one way in
/// for every row, so that nothing is redacted in two ways.
[[nodiscard]] std::string lineOf(const profiles::MappedRow& row);

class MappedRows {
public:
    using Take = std::function<Result<void>(DecodedBlock)>;

    /// `use` and `redactor` must outlive this.
    MappedRows(const redact::Redactor& redactor, const redact::UserKey& users, const ProfileUse& use)
        : m_redactor(redactor)
        , m_decoder(redactor, users)
        , m_use(use) {}

    [[nodiscard]] Result<void> read(const std::string& path, const std::stop_token& stop, const Take& take);

private:
    void addRecord(MappedRecord record);
    /// Into the quarantine.
    void refuse(std::int64_t line, const std::string& reason);

    const redact::Redactor& m_redactor;
    EntryDecoder m_decoder;
    const ProfileUse& m_use;
    DecodedBlock m_block;
};

} // namespace goldpan::ingest
