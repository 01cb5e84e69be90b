// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of goldpan-cli: its name, version and every verb with its options. What runs a line and
// what writes the manual both read it. Pure.
#pragma once

namespace CLI {
class App;
}

namespace goldpan::cli {

class VerbTable;

/// Adds everything to an empty `root`; `verbs` must live as long as it.
void describeCommandLine(CLI::App& root, VerbTable& verbs);

} // namespace goldpan::cli
