// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An option that names a file and decides what is redacted. A free function; same thread.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace goldpan::cli {

/// Given without a name (`--rules "$UNSET"`) it is a usage error: left out silently, more would be let
/// through.
void addFileOption(CLI::App& verb, const std::string& name, std::string& path,
                   const std::string& description);

} // namespace goldpan::cli
