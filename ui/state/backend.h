// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Backend: what the window needs from outside: how stores are opened and made, the redaction rules, the time
// and who sits here. Made by the program; outlives the window.
#pragma once

#include <string>

#include "core/base/clock.h"
#include "core/redact/redactor.h"
#include "core/store/store.h"

namespace goldpan::ui {

struct Backend {
    store::OpenStoreTelling open;
    store::OpenStore create; ///< refused where the path exists
    const redact::Redactor& redactor;
    const Clock& clock;
    std::string operatorName;   ///< changes: read on the GUI thread only, work for a worker takes a copy
    bool operatorFixed = false; ///< the command line said who, so that settings say nothing
};

} // namespace goldpan::ui
