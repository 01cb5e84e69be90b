// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LoggedCorrection: the answer that the log's own feedback says should have been given. A value.
#pragma once

#include <string>

namespace goldpan {

struct LoggedCorrection {
    std::string requestId;
    std::string text; ///< not redacted: whoever writes it does that
};

} // namespace goldpan
