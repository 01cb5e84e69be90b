// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapped_rows.h"

#include "core/base/json_text.h"
#include "core/domain/log_row.h"

#include <utility>

namespace goldpan::ingest {
namespace {

constexpr std::size_t kRowsOfBlock = 500;

} // namespace

std::string lineOf(const profiles::MappedRow& row) {
    auto line = logRow(row.entry);
    if (row.rawUser) {
        line.pop_back();
        line += ",\"user_id\":";
        appendJsonString(line, *row.rawUser);
        line.push_back('}');
    }
    return line;
}

void MappedRows::addRecord(MappedRecord record) {
    m_block.hasObject = true;
    if (const auto* none = std::get_if<profiles::Unmapped>(&record.outcome)) {
        if (none->isFault) {
            m_block.bad.push_back({record.line, none->reason});
        } else {
            m_block.mapped.skip(none->reason, record.line);
        }
        return;
    }
    const auto& row = std::get<profiles::MappedRow>(record.outcome);
    auto decoded = m_decoder.decode(lineOf(row), m_block.redacted);
    if (!decoded) {
        m_block.bad.push_back({record.line, quarantineReason(decoded.error())});
        return;
    }
    decoded->row.line = record.line;
    m_block.repaired += record.repaired || decoded->repaired ? 1 : 0;
    for (const auto& reason : row.ambiguous) {
        m_block.mapped.doubt(reason, record.line);
    }
    if (!row.corrections.empty()) {
        m_block.corrections.push_back({row.entry.requestId, row.corrections.back().text});
    }
    m_block.rows.push_back(std::move(decoded->row));
}

Result<void> MappedRows::read(const std::string& path, const std::stop_token& stop, const Take& take) {
    std::int64_t bytes = 0;
    const auto flush = [&]() -> Result<void> {
        m_block.bytesRead = bytes;
        return take(std::exchange(m_block, {}));
    };
    const MappedLog::Takers takers{
        .record = [&](MappedRecord record) -> Result<void> {
            addRecord(std::move(record));
            return m_block.rows.size() < kRowsOfBlock ? Result<void>() : flush();
        },
        .bad = [&](BadObject object) -> Result<void> {
            if (object.mayGrow) {
                m_block.pending = 1;
            } else {
                m_block.bad.push_back({object.line, std::move(object.reason)});
            }
            return {};
        },
        .piece = [&](std::int64_t read) -> Result<void> {
            bytes = read;
            return flush();
        },
    };
    MappedLog log(path, m_use);
    const auto done = log.read(stop, takers);
    const auto& companions = log.companions();
    m_block.mapped.companions = {companions.objectCount(), companions.unmatchedCount(),
                                 companions.unusedCount()};
    m_block.mapped.readWhole = log.kind() == profiles::FileKind::events;
    if (done || done.error().code != ErrorCode::cancelled) {
        if (auto rest = flush(); !rest) {
            return rest;
        }
    }
    return done;
}

} // namespace goldpan::ingest
