// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressLine: long work on one line of a terminal, rewritten a few times a second; silent elsewhere. Lives
// as long as the work; same thread.
#pragma once

#include "app/cli/io.h"
#include "core/base/progress.h"

#include <string>

namespace goldpan::cli {

class ProgressLine {
public:
    ProgressLine(Io& io, std::string doing);
    /// Wipes the line, so that what is printed next begins on a clean one.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// What the work calls; empty where err is no terminal, so that nobody counts for nothing.
    [[nodiscard]] ProgressFn callback();

private:
    void show(const Progress& progress);

    Io& m_io;
    std::string m_doing;
    Timestamp m_begun;
    Timestamp m_shown;
};

} // namespace goldpan::cli
