// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressTeller: the bytes of all logs of an import together, at a rate that people can follow. One thread.
#pragma once

#include "core/base/progress.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace goldpan::ingest {

class ProgressTeller {
public:
    /// `tell` must outlive this. `passes`: how often each log is read.
    ProgressTeller(const ProgressFn& tell, const std::vector<std::string>& logs, int passes);

    /// So much of the newest log is read, and so many rows in all.
    void at(std::int64_t bytesOfLog, std::int64_t rows);
    void endLog();

private:
    void tell();

    const ProgressFn& m_tell;
    Progress m_progress;
    bool m_allKnown = true;
    std::int64_t m_bytesBefore = 0; ///< of the logs that are done
    std::int64_t m_bytesOfLog = 0;
    std::chrono::steady_clock::time_point m_last{};
};

} // namespace goldpan::ingest
