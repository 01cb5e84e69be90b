// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/mapped_rows.h"

#include "core/base/json_text.h"
#include "core/domain/log_row.h"
#include "core/ingest/log_name.h"

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

void MappedRows::refuse(std::int64_t line, const std::string& reason) {
    m_block.bad.push_back({line, reason});
    m_block.mapped.refuse(reason, line);
}

void MappedRows::addRecord(MappedRecord record) {
    m_block.hasObject = true;
    if (const auto* none = std::get_if<profiles::Unmapped>(&record.outcome)) {
        if (none->isFault) {
            refuse(record.line, none->reason);
        } else if (record.earlierLog.empty()) {
            m_block.mapped.skip(none->reason, record.line);
        } else {
            m_block.earlier[m_redactor.redacted(sourceName(record.earlierLog))].skip(none->reason,
                                                                                     record.earlierLine);
        }
        return;
    }
    const auto& row = std::get<profiles::MappedRow>(record.outcome);
    auto decoded = m_decoder.decode(lineOf(row), m_block.redacted);
    if (!decoded) {
        refuse(record.line, quarantineReason(decoded.error()));
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
            if (!object.companion.empty()) {
                m_block.mapped.breakCompanion(m_redactor.redacted(object.companion) + ": " + object.reason,
                                              object.line);
            } else if (object.mayGrow) {
                m_block.pending = 1;
            } else {
                refuse(object.line, object.reason);
            }
            return {};
        },
        .piece = [&](std::int64_t read) -> Result<void> {
            bytes = read;
            return flush();
        },
        .correction =
            [&](LoggedCorrection correction) { m_block.corrections.push_back(std::move(correction)); },
    };
    MappedLog log(path, m_use);
    const auto done = log.read(stop, takers);
    const auto& companions = log.companions();
    m_block.mapped.companions.objects = companions.objectCount();
    m_block.mapped.companions.unmatched = companions.unmatchedCount();
    m_block.mapped.companions.unused = companions.unusedCount();
    m_block.mapped.readWhole = log.kind() == profiles::FileKind::events;
    if (done || done.error().code != ErrorCode::cancelled) {
        if (auto rest = flush(); !rest) {
            return rest;
        }
    }
    return done;
}

} // namespace goldpan::ingest
