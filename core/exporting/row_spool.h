// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowSpool: made rows, as the checks read them, kept in a file without a name for the time when they are
// decided: so a batch's rows are read and redacted once. Nothing rests on it: where the disk has no such
// files or not much room it is not whole, and the rows are read again. One object, one thread.
#pragma once

#include "core/base/progress.h"
#include "core/exporting/row_maker.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

namespace goldpan::exporting {

class RowSpool {
public:
    /// Its file lies in `folder` ("": the working one), where the batch will be, so that it is the disk with
    /// room for one. Nothing of it is left after a kill.
    explicit RowSpool(const std::string& folder);
    RowSpool(const RowSpool&) = delete;
    RowSpool& operator=(const RowSpool&) = delete;
    ~RowSpool();

    /// What RowPicker::take() and a writer need of it, the texts of the record not among that.
    void put(const MadeRow& made);
    /// No row comes any more.
    void finish();
    /// Every row can be read back.
    [[nodiscard]] bool isWhole() const { return m_isFinished && m_fd >= 0; }

    /// Hands on every row in the order they came in. An error of the sink comes back, and ends the work.
    [[nodiscard]] Result<void> each(const std::function<Result<void>(MadeRow& made)>& sink,
                                    const std::stop_token& stop) const;

private:
    void flush();
    void drop();

    std::string m_folder;
    int m_fd = -1;           ///< none: not whole
    std::int64_t m_most = 0; ///< bytes that it may take
    std::int64_t m_bytes = 0;
    std::string m_buffer;
    bool m_isFinished = false;
};

} // namespace goldpan::exporting
