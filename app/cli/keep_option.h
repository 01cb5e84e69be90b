// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `--keep RULE`: which healthy rows of a log are stored. A free function; same thread.
#pragma once

#include "core/sampling/keep_rule.h"

#include <string>

namespace CLI {
class App;
}

namespace goldpan::cli {

enum class KeepChoice {
    any,
    withoutReservoir, ///< of a log that has no end yet
};

/// `keep` must outlive the verb.
void addKeep(CLI::App& verb, sampling::KeepRule& keep, KeepChoice choice);

} // namespace goldpan::cli
