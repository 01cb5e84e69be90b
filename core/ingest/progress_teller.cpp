// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/progress_teller.h"

#include "core/ingest/log_source.h"

#include <utility>

namespace goldpan::ingest {
namespace {

constexpr auto kProgressEvery = std::chrono::milliseconds(50);

} // namespace

ProgressTeller::ProgressTeller(const ProgressFn& tell, const std::vector<std::string>& logs, int passes)
    : m_tell(tell) {
    for (const auto& path : logs) {
        const auto size = LogSource::sizeOf(path);
        m_allKnown = m_allKnown && size;
        m_progress.total = m_allKnown ? m_progress.total + passes * *size : 0;
    }
}

void ProgressTeller::at(std::int64_t bytesOfLog, std::int64_t rows) {
    m_bytesOfLog = bytesOfLog;
    m_progress.rows = rows;
    if (const auto now = std::chrono::steady_clock::now(); now - m_last >= kProgressEvery) {
        m_last = now;
        tell();
    }
}

void ProgressTeller::endLog() {
    m_bytesBefore += std::exchange(m_bytesOfLog, 0);
    tell();
}

void ProgressTeller::tell() {
    m_progress.done = m_bytesBefore + m_bytesOfLog;
    if (m_tell) {
        m_tell(m_progress);
    }
}

} // namespace goldpan::ingest
