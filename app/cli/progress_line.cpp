// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <cstdio>
#include <ostream>
#include <utility>

namespace goldpan::cli {
namespace {

constexpr std::int64_t kMicrosPerSecond = 1'000'000;
constexpr std::int64_t kShowEvery = kMicrosPerSecond / 5;
constexpr auto kWipe = "\r\x1b[K"; // to the line's start, erase to its end (ECMA-48 EL)

} // namespace

ProgressLine::ProgressLine(Io& io, std::string doing)
    : m_io(io)
    , m_doing(std::move(doing))
    , m_begun(io.clock.now())
    , m_shown(m_begun) {}

ProgressLine::~ProgressLine() {
    if (m_shown != m_begun) {
        m_io.err << kWipe << std::flush;
    }
}

ProgressFn ProgressLine::callback() {
    if (!m_io.errIsTerminal) {
        return {};
    }
    return [this](const Progress& progress) { show(progress); };
}

void ProgressLine::show(const Progress& progress) {
    const auto now = m_io.clock.now();
    if (now.micros - m_shown.micros < kShowEvery) {
        return;
    }
    m_shown = now;
    const auto seconds = static_cast<double>(now.micros - m_begun.micros) / kMicrosPerSecond;
    m_io.err << kWipe << m_doing << "  ";
    if (progress.total > 0) {
        m_io.err << progress.done * 100 / progress.total << "%  ";
    }
    m_io.err << progress.rows << " rows  "
             << static_cast<std::int64_t>(static_cast<double>(progress.rows) / seconds) << " rows/s";
    if (progress.total > 0 && progress.done > 0) {
        const auto left = static_cast<long>(seconds * static_cast<double>(progress.total - progress.done) /
                                            static_cast<double>(progress.done));
        char text[32];
        std::snprintf(text, sizeof text, "  %ld:%02ld left", left / 60, left % 60);
        m_io.err << text;
    }
    m_io.err << std::flush;
}

} // namespace goldpan::cli
