// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogFile: appends whole lines to the current file of a folder, makes them durable and rotates. A line is in
// the file whole or not at all, whatever the disk does: what is not durable yet is also kept in memory, and
// after a failure the file is cut back to its last whole line and written again. One object, one thread.
#pragma once

#include "core/base/clock.h"
#include "core/ingest/log_folder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::ingest {

struct RotationRule {
    std::int64_t bytes = std::int64_t{256} << 20; ///< no file grows past it, but for one larger line
    std::optional<std::int64_t> micros =
        std::nullopt; ///< age of a file with lines when one more comes; none: age does not matter
};

/// How many bytes of a torn last line were cut off which file.
using CutListener = std::function<void(const std::string& path, std::int64_t bytes)>;

class LogFile {
public:
    /// Appends to the current file that is there. Its last line, where it is torn, is cut off and `onCut`
    /// told (it may be empty): with a line feed it would be a bad line. A last line that is whole but for its
    /// line feed gets it: it may be of a program that writes none, whose row would be lost; of a writer that
    /// crashed it may come twice, and an import stores it once. With a rule of age a file that is there is
    /// finished first, for nobody knows its age. `clock` must outlive this.
    [[nodiscard]] static Result<LogFile> open(std::string folder, const RotationRule& rule,
                                              const Clock& clock, CutListener onCut = {});

    LogFile(LogFile&& other) noexcept;
    LogFile& operator=(LogFile&&) = delete;
    ~LogFile();

    /// Takes `line` (without line feed) into memory, in a new file where the rule says so. After an error it
    /// is not taken.
    [[nodiscard]] Result<void> add(std::string_view line);
    /// Hands what was added to the system. After an error all of it is still here.
    [[nodiscard]] Result<void> write();
    /// write(), and on disk; after an error as much of it as there was room for.
    [[nodiscard]] Result<void> sync();
    /// Gives up what is not in the file, or cannot be made durable there; that is taken out of it.
    void discardWaiting();

    [[nodiscard]] std::int64_t linesDurable() const { return m_linesDurable; } ///< since open()
    [[nodiscard]] std::size_t bytesWaiting() const { return m_waiting.size(); }
    [[nodiscard]] std::size_t bytesUnwritten() const { return m_waiting.size() - m_written; }
    /// Paths that lines were added to since open(), the current one last.
    [[nodiscard]] std::vector<std::string> files() const;

private:
    LogFile(LogFolder folder, const RotationRule& rule, const Clock& clock, CutListener onCut);
    [[nodiscard]] Result<void> openCurrent();
    [[nodiscard]] Result<void> reopenMoved();
    [[nodiscard]] bool isDue(std::size_t lineBytes, Timestamp now) const;
    [[nodiscard]] Result<void> rotate(Timestamp now);
    [[nodiscard]] Result<void> cutBack();
    [[nodiscard]] Result<void> syncWritten();
    [[nodiscard]] Error failed(int errnum, std::size_t bytesOut);
    void closeCurrent();

    LogFolder m_folder;
    RotationRule m_rule;
    const Clock& m_clock;
    CutListener m_onCut;
    int m_fd = -1;
    std::int64_t m_durable = 0; ///< bytes of the file that are safe
    std::string m_waiting;      ///< whole lines after them
    std::size_t m_written = 0;  ///< of m_waiting: whole lines that are in the file
    bool m_isTorn = false;      ///< the file may be longer than that
    std::int64_t m_linesDurable = 0;
    Timestamp m_begun;          ///< when the first line came
    bool m_hasOurLines = false; ///< in the current file
    std::vector<std::string> m_finished;
};

} // namespace goldpan::ingest
